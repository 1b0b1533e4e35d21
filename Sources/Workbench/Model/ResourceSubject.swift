/// What is done with one resource in a form of its own.
public struct ResourceSubject: Hashable, Sendable {
  public enum Form: String, Hashable, Sendable {
    /// One's own version of it.
    case adapt
    /// A package that a site takes on, in whole or in part.
    case takeOn = "take-on"
  }

  public var form: Form
  public var id: String

  public init(_ form: Form, of id: String) {
    self.form = form
    self.id = id
  }

  var draftName: String { "\(form.rawValue)-\(id)" }
}
