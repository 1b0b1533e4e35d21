/// What a stretch of text looks like that could tell who somebody is.
///
/// The kinds are those that can be told by their shape. Names cannot, nor can a story that only one
/// person has lived, so finding nothing proves nothing.
public enum IdentifierKind: String, CaseIterable, Hashable, Sendable {
  case recordNumber, nationalNumber, phone, email, webAddress, personDate, networkAddress

  /// With its article, for the middle of a sentence.
  public var label: String {
    switch self {
    case .recordNumber: "a record number"
    case .nationalNumber: "a national number"
    case .phone: "a phone number"
    case .email: "an e-mail address"
    case .webAddress: "a web address"
    case .personDate: "a full date about a person"
    case .networkAddress: "a network address"
    }
  }

  /// What would take its place without losing the sense.
  public var mending: String {
    switch self {
    case .recordNumber, .nationalNumber: "leave the number out"
    case .phone, .email: "leave it out; people are reached through their entry under Team"
    case .webAddress: "leave it out, or name the source in the citations"
    case .personDate: "write the month, or “on day 3”"
    case .networkAddress: "leave it out"
    }
  }
}
