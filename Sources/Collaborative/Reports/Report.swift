import Improvement

/// What is told of a project, a site or a month, from beginning to end.
///
/// A report knows words, numbers and order, and nothing of how it is written down: Markdown and
/// HTML are two ways of printing the same value. It holds what one reader may see and no more.
public struct Report: Sendable {
  public var title: String
  /// What it is, in a few words: `Project on a page · Riverside Hospital · Active`.
  public var subtitle: String
  /// For whom it was written, when, and what to mind before it is passed on.
  public var colophon: [String]
  /// What stands on the first page, for whoever reads no further; the sections are its annex then.
  public var front: [ReportSection]
  public var sections: [ReportSection]

  public init(
    title: String, subtitle: String = "", colophon: [String] = [], front: [ReportSection] = [],
    sections: [ReportSection] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.colophon = colophon
    self.front = front.filter { !$0.blocks.isEmpty }
    self.sections = sections.filter { !$0.blocks.isEmpty }
  }
}

/// A heading and what stands under it.
public struct ReportSection: Sendable {
  public var heading: String
  public var blocks: [ReportBlock]

  public init(_ heading: String, _ blocks: [ReportBlock]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// One thing under a heading.
public enum ReportBlock: Sendable {
  case paragraph(String)
  /// Something that is missing or late, with what to do about it.
  case advice(String)
  /// A heading of the next lower level.
  case heading(String)
  case facts([ReportFact])
  case list([ReportItem])
  case table(ReportTable)
  case chart(ReportChart)
  case drivers(DriverOutline)
}

/// A name and its value: `Measured by` and `Wound infections`.
public struct ReportFact: Hashable, Sendable {
  public var label: String
  public var value: String

  public init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// One of several, with a short mark in front such as a stage or a date.
public struct ReportItem: Hashable, Sendable {
  public var mark: String
  public var text: String
  /// What stands more quietly behind it.
  public var note: String

  public init(mark: String = "", _ text: String, note: String = "") {
    self.mark = mark
    self.text = text
    self.note = note
  }
}
