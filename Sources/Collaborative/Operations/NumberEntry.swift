import DocumentStore
import Improvement

/// One cell of a period's grid that somebody typed into.
public struct NumberEntry: Hashable, Sendable {
  public var seriesID: DocumentID
  public var siteID: DocumentID
  public var measureID: DocumentID
  public var period: Period
  /// `3.2`, `2/118`, `0/0`, `na`, `?`, `~2/118`.
  public var text: String
  public var note: String
  /// The number and the note that stood there when it was typed; empty where there was none.
  public var before: String
  public var noteBefore: String

  public init(
    seriesID: DocumentID, siteID: DocumentID, measureID: DocumentID, period: Period, text: String,
    note: String = "", before: String = "", noteBefore: String = ""
  ) {
    self.seriesID = seriesID
    self.siteID = siteID
    self.measureID = measureID
    self.period = period
    self.text = text
    self.note = note
    self.before = before
    self.noteBefore = noteBefore
  }

  /// What tells it from the others of one grid.
  public var key: String { Self.key(seriesID, period) }

  public static func key(_ seriesID: DocumentID, _ period: Period) -> String {
    "\(seriesID) \(period)"
  }
}

/// Why a cell of a grid was not saved.
public enum EntryProblem: Error, Hashable, Sendable {
  case unreadable(ObservationError)
  /// There is a note, or there was a number, and now no number.
  case noNumber(before: String)
  case notBegun(Period)
  /// Somebody else entered another number since this one was begun.
  case changedMeanwhile(text: String, by: String?)
}
