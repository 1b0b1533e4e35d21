import Cells

/// A key with the name that help, hints and configuration use for it.
public struct Keystroke: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let key: Key

  public init(_ key: Key) { self.key = key }

  /// Reads a name such as `a`, `^s`, `Enter`, `S-Tab`; nil for a name that no key has.
  public init?(named name: String) {
    if let named = Self.names.first(where: { $0.1 == name }) {
      key = named.0
    } else if name.count == 2, name.first == "^", let letter = name.last {
      key = .control(letter)
    } else if name.count == 1, let character = name.first {
      key = .character(character)
    } else {
      return nil
    }
  }

  /// For the command table, whose names are known when it is written.
  public init(stringLiteral name: String) {
    guard let keystroke = Keystroke(named: name) else {
      preconditionFailure("no key is called \(name)")
    }
    self = keystroke
  }

  public var description: String {
    if let named = Self.names.first(where: { $0.0 == key }) { return named.1 }
    return switch key {
    case .character(let character): String(character)
    case .control(let letter): "^\(letter)"
    case .function(let number): "F\(number)"
    default: "?"
    }
  }

  private static let names: [(Key, String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "S-Tab"),
    (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"),
    (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"),
    (.pageDown, "PgDn"), (.character(" "), "Space"),
  ]
}
