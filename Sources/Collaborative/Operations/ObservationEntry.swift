import DocumentStore

/// One number as it is typed: which measure, where, when and what.
public struct ObservationEntry: Hashable, Sendable {
  /// A measure's name, `PROJECT/MEASURE` or id.
  public var measure: String
  /// A site's code or id.
  public var site: String
  public var period: String
  /// `3.2`, `2/118`, `0/0`, `na`, `?`, `~2/118`.
  public var text: String
  public var note: String?
  /// The login or id of the member for whom it is typed, when it is not one's own.
  public var enteredFor: String?

  public init(
    measure: String, site: String, period: String, text: String, note: String? = nil,
    enteredFor: String? = nil
  ) {
    self.measure = measure
    self.site = site
    self.period = period
    self.text = text
    self.note = note
    self.enteredFor = enteredFor
  }
}

/// What came of logging a number.
public struct LogOutcome: Hashable, Sendable {
  public let seriesID: DocumentID
  public let revision: Revision
  /// What was there before, as it would be typed; nil where nothing was.
  public let replaced: String?
  public let hasChanged: Bool
  /// Such as `logged 2/118 for Mar 2026: Wound infections at Riverside (was 3/118)`.
  public let words: String
}
