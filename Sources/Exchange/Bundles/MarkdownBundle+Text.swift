import Improvement
import JSONTree

extension MarkdownBundle {
  /// What single lines say. Bytes are looked at, not characters: a combining sign after a mark is
  /// one character with it.
  enum Text {
    static func isBlank(_ line: String) -> Bool {
      line.utf8.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
    }

    static func trimmed(_ line: String) -> String {
      let bytes = line.utf8.drop { $0 == 32 || $0 == 9 }
      let end = bytes.lastIndex { $0 != 32 && $0 != 9 }
      return end.map { String(decoding: bytes[...$0], as: UTF8.self) } ?? ""
    }

    /// `name: value`; a name may stand in quotation marks.
    static func field(_ line: String) -> (name: String, value: String)? {
      let bytes = Array(line.utf8)
      var end: Int?
      if bytes.first == 34 {
        var index = 1
        while index < bytes.count, bytes[index] != 34 { index += bytes[index] == 92 ? 2 : 1 }
        end = index + 1
      } else {
        end = bytes.firstIndex(of: 58)
      }
      guard let end, end > 0, end < bytes.count, bytes[end] == 58 else { return nil }
      let name = plain(trimmed(String(decoding: bytes[..<end], as: UTF8.self)))
      guard !name.isEmpty || bytes.first == 34 else { return nil }
      return (name, trimmed(String(decoding: bytes[(end + 1)...], as: UTF8.self)))
    }

    /// A value as JSON where it is some, else as the text it is.
    static func scalar(_ text: String) -> JSON {
      let value = try? JSON.parse(Array(text.utf8), limits: .file)
      return value ?? .string(text)
    }

    static func plain(_ text: String) -> String { scalar(text).string ?? text }

    /// The value of a field; a plain text for a list is its elements with commas between them.
    static func value(_ text: String, of name: String) -> JSON {
      let value = scalar(text)
      guard case .string(let words) = value, text.utf8.first != 34,
        let field = try? DocumentType.resource.table.field(at: name), field.kind.isList
      else { return value }
      return JSON(strings: words.split(separator: ",").map { trimmed(String($0)) })
    }

    static func heading(_ line: String) -> (level: Int, text: String)? {
      let level = line.utf8.prefix { $0 == 35 }.count
      guard level > 0, line.utf8.dropFirst(level).first == 32 else { return nil }
      return (
        level, trimmed(String(decoding: line.utf8.dropFirst(level), as: UTF8.self))
      )
    }

    /// The lines of a section as the value of its field; nil where nothing stands there.
    static func value(_ lines: [String], _ form: Section.Form) -> JSON? {
      switch form {
      case .text:
        guard let first = lines.firstIndex(where: { !isBlank($0) }),
          let last = lines.lastIndex(where: { !isBlank($0) })
        else { return nil }
        return .string(lines[first...last].map(unescaped).joined(separator: "\n"))
      case .numbered, .bulleted:
        var items: [String] = []
        for line in lines where !isBlank(line) {
          if let text = item(line) {
            items.append(text)
          } else if line.utf8.starts(with: "   ".utf8), let last = items.popLast() {
            items.append("\(last)\n\(String(decoding: line.utf8.dropFirst(3), as: UTF8.self))")
          } else {
            items.append(trimmed(line))
          }
        }
        return items.isEmpty ? nil : JSON(strings: items)
      }
    }

    /// The text of a line that begins with a number and a full stop, or with a dash.
    private static func item(_ line: String) -> String? {
      let bytes = line.utf8
      if bytes.starts(with: "- ".utf8) {
        return String(decoding: bytes.dropFirst(2), as: UTF8.self)
      }
      let digits = bytes.prefix { (48...57).contains($0) }.count
      guard digits > 0, bytes.dropFirst(digits).starts(with: ". ".utf8) else { return nil }
      return String(decoding: bytes.dropFirst(digits + 2), as: UTF8.self)
    }

    private static func unescaped(_ line: String) -> String {
      line.utf8.first == 92 ? String(decoding: line.utf8.dropFirst(), as: UTF8.self) : line
    }
  }
}
