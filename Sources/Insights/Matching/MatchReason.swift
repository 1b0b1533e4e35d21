import Improvement

/// Why a need and an offer, or something that may help, belong together.
public enum MatchReason: Hashable, Sendable {
  case sameCategory(SupportCategory)
  case sameTags([String])
  /// Words that both texts have, the rarest first.
  case sameWords([String])
  /// Whoever offers it is willing to do what this kind of help takes.
  case willing(Willingness)
  case availableUntil(CalendarDate)
  /// It comes after the day by which it is needed.
  case availableTooLate(CalendarDate)
  case neededBy(CalendarDate)
  case pressing(Urgency)
  /// What a person says they know.
  case skills([String])
  /// What a person says they are interested in.
  case interests([String])
  /// How many sites tried a resource.
  case triedAt(Int)
}

extension MatchReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .sameCategory(let category): "same category \(category.rawValue)"
    case .sameTags(let tags): "both tagged \(Self.quoted(tags))"
    case .sameWords(let words): "both say \(Self.quoted(words))"
    case .willing(let willingness): "willing to \(willingness.rawValue)"
    case .availableUntil(let day): "available until \(day.label)"
    case .availableTooLate(let day): "but only available from \(day.label)"
    case .neededBy(let day): "needed by \(day.label)"
    case .pressing(let urgency): urgency == .urgent ? "urgent" : "\(urgency.rawValue) urgency"
    case .skills(let skills): "knows \(skills.joined(separator: ", "))"
    case .interests(let subjects): "interested in \(subjects.joined(separator: ", "))"
    case .triedAt(let sites): "tried at \(sites) \(sites == 1 ? "site" : "sites")"
    }
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }
}

/// A need, an offer or something else that may help, with what speaks for it.
public struct Match: Hashable, Sendable {
  public var id: String
  /// For the order among others; it means nothing by itself and is never shown.
  public var score: Double
  public var reasons: [MatchReason]

  public init(id: String, score: Double, reasons: [MatchReason]) {
    self.id = id
    self.score = score
    self.reasons = reasons
  }

  /// All reasons in one line: `same category supplies; both say “warmer”`.
  public var words: String { reasons.map(\.description).joined(separator: "; ") }

  static func precedes(_ left: Match, _ right: Match) -> Bool {
    left.score == right.score ? left.id < right.id : left.score > right.score
  }
}
