import JSONTree

/// Where a document's file lies below the store's root, and what its place says about it.
package struct Place: Hashable, Sendable {
  /// Such as `shared/members` or `sites/<site-id>/cycles`.
  package let folder: String
  package let file: String
  package let id: DocumentID
  package let type: String

  package var path: String { "\(folder)/\(file)" }

  /// The place of a document with this id in a folder of its type's; nil where none can be there.
  package init?(id: DocumentID, site: DocumentID?, schema: Schema) {
    let name: Substring
    if schema.isNamedBySite {
      guard let site, id.utf8.starts(with: "\(site).".utf8) else { return nil }
      // Characters may join what bytes hold apart.
      name = Substring(id.utf8.dropFirst(site.utf8.count + 1))
    } else {
      guard !id.utf8.contains(UInt8(ascii: ".")) else { return nil }
      name = id[...]
    }
    guard Self.isName(name) else { return nil }
    if let site {
      guard Self.isName(site[...]), !site.utf8.contains(UInt8(ascii: ".")) else { return nil }
    }
    folder = Self.folder(site: site, collection: schema.collection)
    file = "\(name).json"
    self.id = id
    type = schema.type
  }

  /// The place a file's name stands for; nil where the file is no document's.
  package init?(file: String, site: DocumentID?, schema: Schema) {
    guard file.utf8.count > 5, file.utf8.suffix(5).elementsEqual(".json".utf8) else { return nil }
    let name = file.dropLast(5)
    let id = schema.isNamedBySite ? "\(site ?? "").\(name)" : String(name)
    self.init(id: id, site: site, schema: schema)
  }

  static func folder(site: DocumentID?, collection: String) -> String {
    if let site { "sites/\(site)/\(collection)" } else { "shared/\(collection)" }
  }

  /// Whether a text may name a file or a folder of the store: ASCII letters, digits, `-`, `_` and,
  /// not in front, `.`; at most 160 characters.
  static func isName(_ text: Substring) -> Bool { isName(text.utf8) }

  /// The same of a text's UTF-8.
  static func isName(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, first != UInt8(ascii: "."), text.count <= 160
    else { return false }
    return text.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95: true
      default: false
      }
    }
  }
}
