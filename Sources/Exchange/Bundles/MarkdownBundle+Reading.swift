import Improvement
import JSONTree

extension MarkdownBundle {
  /// The resources of a file, which need not have been written by huddle.
  static func documents(_ bytes: [UInt8]) throws(BundleError) -> [JSON] {
    var reader = Reader(bytes)
    var documents: [JSON] = []
    reader.skipBlankLines()
    while !reader.isAtEnd {
      guard reader.isAtRule else { throw .noFrontMatter }
      var tree = try reader.frontMatter()
      try reader.body(into: &tree)
      documents.append(tree)
      reader.skipBlankLines()
    }
    if documents.isEmpty { throw .noFrontMatter }
    return documents
  }

  /// The lines of a file, one after the other.
  private struct Reader {
    let lines: [String]
    var index = 0

    /// A line ends with LF or CRLF.
    init(_ bytes: [UInt8]) {
      lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
        String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
      }
    }

    var isAtEnd: Bool { index >= lines.count }
    var isAtRule: Bool { !isAtEnd && Self.isRule(lines[index]) }

    private static func isRule(_ line: String) -> Bool {
      line.utf8.starts(with: "---".utf8) && line.utf8.dropFirst(3).allSatisfy { $0 == 32 }
    }

    mutating func skipBlankLines() {
      while !isAtEnd, Text.isBlank(lines[index]) { index += 1 }
    }

    mutating func frontMatter() throws(BundleError) -> JSON {
      let start = index + 1
      index += 1
      var tree: JSON = ["type": "resource"]
      while !isAtEnd, !isAtRule {
        let line = lines[index]
        index += 1
        if Text.isBlank(line) || line.utf8.first == 35 { continue }
        guard let (name, value) = Text.field(line) else {
          throw .notAField(line: index, text: line)
        }
        switch name {
        // In quotation marks these names are fields like any other.
        case "huddle" where line.utf8.first != 34: tree["type"] = .string(Text.plain(value))
        case "format" where line.utf8.first != 34:
          if let found = Int(value), found > 1 {
            throw .bundle(.newerFormat(found: found, known: 1))
          }
        default:
          tree[name] = value.isEmpty ? .array(items()) : Text.value(value, of: name)
        }
      }
      guard isAtRule else { throw .unclosedFrontMatter(line: start) }
      index += 1
      return tree
    }

    /// The lines of a list that stands below its name.
    private mutating func items() -> [JSON] {
      var items: [JSON] = []
      while !isAtEnd {
        let line = Text.trimmed(lines[index])
        guard line.utf8.starts(with: "- ".utf8) else { break }
        items.append(Text.scalar(Text.trimmed(String(line.dropFirst(2)))))
        index += 1
      }
      return items
    }

    mutating func body(into tree: inout JSON) throws(BundleError) {
      var section: Section? = MarkdownBundle.sections[0]
      var collected: [String] = []
      // What stands under headings that a resource has no field for is description.
      var others: [String] = []
      func close(_ tree: inout JSON) {
        guard let section else {
          others += collected
          return
        }
        let value = Text.value(collected, section.form)
        if let value, tree[section.field] == nil { tree[section.field] = value }
      }
      while !isAtEnd, !isAtRule {
        let line = lines[index]
        index += 1
        guard let heading = Text.heading(line) else {
          collected.append(line)
          continue
        }
        if heading.level == 1 {
          if tree["title"] == nil { tree["title"] = .string(heading.text) }
          continue
        }
        close(&tree)
        collected = []
        section = MarkdownBundle.sections.first {
          !$0.heading.isEmpty && $0.heading.lowercased() == heading.text.lowercased()
        }
        if section == nil { collected = [line] }
      }
      close(&tree)
      if let more = Text.value(others, .text)?.string {
        let before = tree["description"]?.string
        tree["description"] = .string(before.map { "\($0)\n\n\(more)" } ?? more)
      }
    }
  }
}
