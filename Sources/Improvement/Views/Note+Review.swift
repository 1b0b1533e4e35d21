import JSONTree

/// What a coach keeps for themselves about a site.
extension Note {
  /// The day the coach last looked at the site.
  public var reviewedOn: CalendarDate? { date("review.on") }
  /// The reasons that were there then, by their keys.
  public var reviewSeen: [String] { tree["review.seen" as JSONPath]?.strings ?? [] }
  /// Reasons that wait, by their keys, with the day they come back.
  public var reviewWaiting: [WaitingReason] { records("review.waiting") }
}

/// A reason that a coach wants to see again on a day.
public struct WaitingReason: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public init(reason: String, until: CalendarDate) {
    tree = ["reason": .string(reason), "until": .string(until.description)]
  }

  public var reason: String { text("reason") ?? "" }
  public var until: CalendarDate? { date("until") }
}
