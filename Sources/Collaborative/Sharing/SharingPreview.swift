import DocumentStore
import Improvement
import JSONTree
import Synchronization

/// What people who do not see something yet will read of it once it is saved.
public struct SharingPreview: Sendable {
  /// Who is about to read it.
  public var readers: Visibility
  /// The page of each document, as somebody has it who is only just among its readers.
  public var pages: [Page]
  /// What may tell who somebody is.
  public var reminders: [SharingReminder]

  /// Everything on one page: what to look at first, then what will be read, with the places marked
  /// where something may tell who somebody is.
  public var page: Page {
    var groups = [
      PageGroup("", reminders.map { .paragraph("\($0.label): \($0.words)", tone: .caution) })
    ]
    for page in pages {
      let head = [page.title, page.subtitle].filter { !$0.isEmpty }.joined(separator: " · ")
      groups.append(PageGroup("", [.paragraph(marked(head), tone: .strong)]))
      groups += page.groups.map { group in
        PageGroup(group.heading, group.lines.map { $0.mappingTexts(marked) })
      }
    }
    if readers == .public {
      groups.append(
        PageGroup("", [.paragraph("Small counts are hidden from them.", tone: .quiet)]))
    }
    let target = pages.first?.target ?? Target(.note, "")
    return Page(target, title: "\(readers.readersWords) will read this", groups: groups)
  }

  private func marked(_ text: String) -> String {
    // What stands in one of these twice is marked in both places.
    Set(reminders.map(\.excerpt)).sorted().reduce(text) { text, excerpt in
      text.replacing(excerpt, with: "▸\(excerpt)◂")
    }
  }
}

extension Visibility {
  /// Such as `Everyone in the network`.
  public var readersWords: String {
    switch self {
    case .public: "Anyone"
    case .network: "Everyone in the network"
    case .team: "The team"
    case .private: "Only you"
    }
  }
}

extension PageLine {
  /// The same line with other texts in it.
  fileprivate func mappingTexts(_ change: (String) -> String) -> PageLine {
    switch self {
    case .paragraph(let text, let tone): .paragraph(change(text), tone: tone)
    case .field(let label, let value, let tone, let target):
      .field(label: label, value: change(value), tone: tone, target: target)
    case .item(let mark, let text, let note, let tone, let depth, let target):
      .item(
        mark: change(mark), text: change(text), note: change(note), tone: tone, depth: depth,
        target: target)
    case .branch(let lead, let follow, let text, let note, let tone, let target):
      .branch(
        lead: lead, follow: follow, text: change(text), note: change(note), tone: tone,
        target: target)
    case .measure, .matrix, .ramps: self
    }
  }
}

/// What would have been saved, where a change is only tried out.
final class Rehearsal: Sendable {
  private let state = Mutex<[Operation]>([])

  var operations: [Operation] { state.withLock { $0 } }

  func note(_ operations: [Operation]) { state.withLock { $0 += operations } }
}
