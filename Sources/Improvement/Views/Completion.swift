import JSONTree

/// Whether a task, a milestone or an action is done, and when, where someone noted the day.
public enum Completion: Hashable, Sendable {
  case open
  case done(on: CalendarDate?)

  init(_ value: JSON?) {
    switch value {
    case .bool(true): self = .done(on: nil)
    case .string(let text): self = CalendarDate(text).map { .done(on: $0) } ?? .open
    default: self = .open
    }
  }

  public var isDone: Bool { self != .open }
}
