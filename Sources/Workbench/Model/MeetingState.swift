import Collaborative
import Improvement
import Insights
import Widgets

/// A team's meeting on the screen: its agenda and where the team is on it.
public struct MeetingState: Sendable {
  /// Nothing takes the first project of whoever opens it.
  public var projectID: String?
  public var meeting: Meeting?
  public var problem: String?
  public var ticket: Int
  public var selection = 0

  public init(projectID: String?, ticket: Int) {
    self.projectID = projectID
    self.ticket = ticket
  }

  var question: Request { .meeting(about: projectID) }

  /// Takes what was read; the selection stays on what it was on.
  mutating func accept(_ meeting: Meeting) {
    let key = item?.key
    let isOther = self.meeting?.projectID != meeting.projectID
    self.meeting = meeting
    projectID = meeting.projectID
    problem = nil
    let items = items
    let kept = isOther ? nil : key.flatMap { key in items.firstIndex { $0.key == key } }
    selection = kept ?? (isOther ? 0 : min(selection, max(0, items.count - 1)))
  }

  /// Everything that can be talked about, in the order of the agenda.
  var items: [MeetingItem] {
    guard let meeting else { return [] }
    return meeting.toDos.map { .toDo($0) } + meeting.cycles.map { .cycle($0) }
      + meeting.numbers.map { .number($0) } + meeting.decisions.map { .decision($0) }
      + meeting.agreed.map { .agreed($0) }
  }

  var item: MeetingItem? { items[safe: selection] }

  mutating func move(_ movement: Movement, rows: Int) {
    let count = items.count
    switch movement {
    case .by(let step): selection += step
    case .page(let direction): selection += direction * max(1, rows - 2)
    case .halfPage(let direction): selection += direction * max(1, rows / 2)
    case .start: selection = 0
    case .end: selection = count - 1
    }
    selection = min(max(0, selection), max(0, count - 1))
  }

  /// Goes to where the next point of the agenda begins, from the last one to the first.
  mutating func moveToNextPart() {
    let items = items
    guard let part = item?.part else { return }
    selection = items.firstIndex { $0.part > part } ?? 0
  }
}

/// One thing on the agenda.
enum MeetingItem: Sendable {
  case toDo(MeetingToDo)
  case cycle(MeetingCycle)
  case number(MeetingNumber)
  case decision(String)
  case agreed(MeetingToDo)

  /// The point of the agenda it belongs to, in order.
  enum Part: Int, Comparable, CaseIterable {
    case toDos, cycles, numbers, decisions

    static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
  }

  var part: Part {
    switch self {
    case .toDo: .toDos
    case .cycle: .cycles
    case .number: .numbers
    case .decision, .agreed: .decisions
    }
  }

  /// What tells it from the others, also after others changed something.
  var key: String {
    switch self {
    case .toDo(let item), .agreed(let item): "\(item.toDo.source)"
    case .cycle(let cycle): cycle.id
    case .number(let number): "\(number.tile.seriesID) \(number.period)"
    case .decision(let text): text
    }
  }

  /// What it opens; a decision stands nowhere but here.
  var target: Target? {
    switch self {
    case .toDo(let item), .agreed(let item): item.target
    case .cycle(let cycle): Target(.cycle, cycle.id)
    case .number(let number): number.tile.target
    case .decision: nil
    }
  }

  var toDo: ToDo? {
    switch self {
    case .toDo(let item), .agreed(let item): item.toDo
    default: nil
    }
  }
}
