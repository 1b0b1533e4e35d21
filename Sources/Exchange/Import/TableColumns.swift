import Collaborative
import Improvement

/// The columns of a table, by the names in its heading.
public struct TableColumns: Sendable {
  public let names: [String]

  public init(_ names: [String]) { self.names = names }

  /// The column with a name; of several, the first. Case does not count where no name is exactly
  /// the same.
  public func column(_ name: String) throws(TableImportError) -> ImportColumn {
    let exact = names.firstIndex { $0.utf8.elementsEqual(name.utf8) }
    let loose = names.firstIndex { $0.lowercased() == name.lowercased() }
    guard let index = exact ?? loose else {
      throw .noSuchColumn(
        name, suggestions: Similarity.closest(to: name, in: names), columns: names)
    }
    return ImportColumn(name: names[index], position: index + 1)
  }
}

/// Why a table cannot be used at all.
public enum TableImportError: Error, Hashable, Sendable {
  case noSuchColumn(String, suggestions: [String], columns: [String])
}

extension TableImportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchColumn(let name, let suggestions, let columns):
      let hint = suggestions.first.map { "; did you mean \($0)?" } ?? ";"
      let shown = columns.prefix(12).map { $0.isEmpty ? "(no name)" : $0 }.joined(separator: ", ")
      let more = columns.count > 12 ? " and \(columns.count - 12) more" : ""
      return "the table has no column “\(name)”\(hint) its columns are \(shown)\(more)"
    }
  }
}
