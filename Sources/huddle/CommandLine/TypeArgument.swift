import ArgumentParser
import Improvement

/// A type of documents, as it is typed.
struct TypeArgument: ExpressibleByArgument {
  let type: DocumentType

  init?(argument: String) {
    guard let type = DocumentType(rawValue: argument.lowercased()),
      DocumentType.authored.contains(type)
    else { return nil }
    self.type = type
  }

  var defaultValueDescription: String { type.rawValue }
  static var allValueStrings: [String] { DocumentType.authored.map(\.rawValue) }

  /// Reads a type, or says which may have been meant.
  static func read(_ text: String) throws -> TypeArgument {
    if let argument = TypeArgument(argument: text) { return argument }
    let plural = DocumentType.authored.first { $0.collection == text.lowercased() }
    let near = plural.map { [$0.rawValue] } ?? Similarity.closest(to: text, in: allValueStrings)
    let hint = near.isEmpty ? "" : "did you mean \(near.joined(separator: " or "))? "
    throw ValidationError(
      "“\(text)” is no type of document; \(hint)"
        + "The types are \(allValueStrings.joined(separator: ", ")).")
  }
}
