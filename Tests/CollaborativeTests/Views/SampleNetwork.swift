import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

/// A furnished store with a project at work: two sites, cycles, numbers, notes and the commons.
struct SampleNetwork {
  let store: TemporaryStore
  let steward: Collaboration

  init() throws {
    store = try TemporaryStore()
    steward = try store.furnished()
    _ = try steward.set(
      steward.resolve("wound-infections", type: .measure), "multiplier=100")
  }

  /// The day that the store's clock says.
  var today: CalendarDate { steward.clock.today }

  func id(_ type: DocumentType, _ name: String) throws -> String {
    try steward.resolve(name, type: type)
  }

  /// A look at the store by somebody, as new as it can be.
  func open(_ login: String) throws -> Collaboration { try store.open(login) }

  @discardableResult
  func cycle(
    _ title: String, as login: String = "lee-riverside", _ fields: JSON = [:]
  ) throws -> String {
    var tree: JSON = [
      "title": .string(title), "project": .string(try id(.project, "warm-patients")),
    ]
    for field in fields.object?.fields ?? [] { tree[field.key] = field.value }
    return try add(.cycle, as: login, tree)
  }

  /// A document of a type from a tree.
  @discardableResult
  func add(_ type: DocumentType, as login: String = "stella", _ tree: JSON) throws -> String {
    let id = try open(login).add(type, assignments: [], document: tree).id
    _ = try steward.store.refresh()
    return id
  }

  /// Puts into a document what nobody could save, as a hand at the file would.
  func damage(_ id: String, _ change: (inout JSON) -> Void) throws {
    let document = try steward.document(id)
    var tree = document.tree
    change(&tree)
    _ = try steward.store.commit(
      Transaction(
        [.replace(id, with: tree, expecting: document.revision)], verb: "set:\(document.type)",
        by: "test", at: steward.clock.now()))
  }

  /// Numbers of one month after another, the last of them `monthsAgo` before today's.
  func log(
    _ texts: [String], measure: String = "wound-infections", site: String = "riverside",
    monthsAgo: Int = 1
  ) throws {
    let last = Period(.month, containing: today).advanced(by: -monthsAgo)
    for (offset, text) in texts.enumerated() {
      let period = last.advanced(by: offset - texts.count + 1)
      _ = try steward.log(
        ObservationEntry(
          measure: measure, site: site, period: period.description, text: text))
    }
  }

  func day(_ offset: Int) -> JSON { .string(today.adding(days: offset).description) }
}

extension Collaborative.Page {
  /// Everything that a person reads on it, a line each.
  var text: [String] {
    [title, subtitle]
      + groups.flatMap { group in
        [group.heading]
          + group.lines.map { line in
            switch line {
            case .field(let label, let value, _, _): "\(label): \(value)"
            case .paragraph(let text, _): text
            case .item(let mark, let text, let note, _, _, _): "\(mark) | \(text) | \(note)"
            case .measure(let tile, let label): "\(label): \(tile.chart.finding)"
            case .branch(let lead, _, let text, let note, _, _): "\(lead)\(text) | \(note)"
            case .matrix(let matrix): "\(matrix.rows.count) sites"
            case .ramps(let ramps, _):
              ramps.map { "\($0.name): \($0.cycles.count)" }.joined(separator: "; ")
            }
          }
      }
  }

  func lines(under heading: String) -> [PageLine] {
    groups.filter { $0.heading == heading }.flatMap(\.lines)
  }
}
