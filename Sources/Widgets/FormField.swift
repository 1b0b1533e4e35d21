/// One question of a form.
public struct FormField: Hashable, Sendable {
  /// One thing out of several that may be chosen.
  public struct Choice: Hashable, Sendable {
    public var value: String
    public var label: String

    public init(_ value: String, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// How a field is filled in. Every value is kept as text.
  public enum Input: Hashable, Sendable {
    /// One line; also numbers and dates, which are read where the form is saved.
    case text
    case longText
    /// Several texts, one a line; the value has a line feed between them.
    case list
    case choice([Choice])
    /// `true` or `false`.
    case boolean
    /// Chosen in a picker that the form's holder opens; the value's words come from `display`.
    case picker(title: String)
  }

  public var id: String
  public var label: String
  public var help: String
  public var isRequired: Bool
  public var input: Input
  /// Shown in an empty field, as an example or what empty means.
  public var placeholder: String
  /// A heading to show before this field, as where a stage of a cycle begins.
  public var section: String?

  public init(
    id: String, label: String, help: String = "", isRequired: Bool = false, input: Input = .text,
    placeholder: String = "", section: String? = nil
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.isRequired = isRequired
    self.input = input
    self.placeholder = placeholder
    self.section = section
  }
}
