/// One of the values a field may have.
public struct Choice: Hashable, Sendable {
  /// The word in the document.
  public let value: String
  /// The words on screen.
  public let label: String
  /// What it means, where the label alone would leave a newcomer guessing.
  public let help: String

  public init(value: String, label: String, help: String = "") {
    self.value = value
    self.label = label
    self.help = help
  }
}

/// A closed set of words that documents use for one thing, such as the stages of a cycle.
///
/// The enum is the one source of a choice: views read it, tables offer it, validation checks it.
public protocol Vocabulary: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  var label: String { get }
  var help: String { get }
}

extension Vocabulary {
  public var help: String { "" }

  public static var choices: [Choice] {
    allCases.map { Choice(value: $0.rawValue, label: $0.label, help: $0.help) }
  }

  /// The kind of a field that holds one of these words.
  public static var kind: FieldKind { .choice(choices) }

  /// The raw value with spaces and a capital: a label for words that need no other.
  var plainLabel: String {
    let words = rawValue.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
