import Collaborative
import DocumentStore
import JSONTree
import Widgets

/// In a form, a field that two people changed differently is a choice between both versions.
extension Collaboration {
  private static let prefix = "choose:"

  /// A field for each choice that waits in a document, before its other fields.
  func choosingFields(_ document: StoredDocument) -> [FormField] {
    twoVersions(in: document).map { field in
      let versions = field.versions.enumerated().map { index, version in
        FormField.Choice(String(index), "\(version.text) — \(version.who)")
      }
      return FormField(
        id: Self.prefix + field.path, label: "Choose: \(field.label)",
        help: "It was changed twice at once; both versions are kept until somebody chooses.",
        input: .choice([FormField.Choice("", "decide later")] + versions))
    }
  }

  /// What was chosen in a form: paths, and which of the versions.
  func chosen(_ values: [String: String]) -> [(path: String, version: Int)] {
    values.sorted { $0.key < $1.key }.compactMap { name, value in
      guard name.hasPrefix(Self.prefix), let version = Int(value) else { return nil }
      return (String(name.dropFirst(Self.prefix.count)), version)
    }
  }
}
