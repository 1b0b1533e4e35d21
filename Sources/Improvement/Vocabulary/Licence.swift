/// How others may use a resource, as the licences most often chosen say it.
///
/// Any other licence can be named in its own words.
public enum Licence: String, CaseIterable, Sendable {
  case attribution = "CC BY 4.0"
  case shareAlike = "CC BY-SA 4.0"
  case nonCommercial = "CC BY-NC 4.0"
  case publicDomain = "CC0 1.0"

  /// What it allows, in plain words.
  public var meaning: String {
    switch self {
    case .attribution: "anyone may use, change and pass it on, naming who made it"
    case .shareAlike: "as CC BY, and what is made from it stays as free"
    case .nonCommercial: "as CC BY, but nobody may sell it"
    case .publicDomain: "anyone may use it as they like, without naming anybody"
    }
  }

  static let help = "How others may use it; with \(attribution.rawValue) \(attribution.meaning)."
}
