import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// A typed text as the value of a field that refers to nothing.
  func readText(_ text: String, as field: Field) throws(CollaborationError) -> JSON? {
    do throws(FieldTextError) {
      return try FieldText.read(text, as: field.kind, today: clock.today)
    } catch {
      throw .unreadableValue(field: field, text: text, error)
    }
  }

  /// A value as a person reads it, with names in place of ids.
  public func shown(_ value: JSON?, as kind: FieldKind) -> String {
    FieldText.show(value, as: kind, naming: name(of:))
  }
}
