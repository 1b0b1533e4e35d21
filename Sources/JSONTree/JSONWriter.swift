extension JSON {
  /// The one text that stands for this value in the store: UTF-8, two spaces, keys in byte order,
  /// control characters escaped, number literals as written, a newline at the end.
  public var canonicalBytes: [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.write(self, depth: 0)
    writer.output.append(0x0A)
    return writer.output
  }

  public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The value on one line without spaces, as in a journal.
  public var compactBytes: [UInt8] {
    var writer = JSONWriter(isIndented: false)
    writer.write(self, depth: 0)
    return writer.output
  }

  public var compactText: String { String(decoding: compactBytes, as: UTF8.self) }
}

struct JSONWriter {
  let isIndented: Bool
  var output: [UInt8] = []

  init(isIndented: Bool) { self.isIndented = isIndented }

  mutating func write(_ value: JSON, depth: Int) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): output.append(contentsOf: number.literal.utf8)
    case .string(let text): write(text)
    case .array(let elements):
      writeItems(elements, between: "[", and: "]", depth: depth) { writer, element in
        writer.write(element, depth: depth + 1)
      }
    case .object(let object):
      writeItems(object.fields, between: "{", and: "}", depth: depth) { writer, field in
        writer.write(field.key)
        writer.output.append(UInt8(ascii: ":"))
        if writer.isIndented { writer.output.append(0x20) }
        writer.write(field.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeItems<Item>(
    _ items: [Item], between open: Unicode.Scalar, and close: Unicode.Scalar, depth: Int,
    item: (inout JSONWriter, Item) -> Void
  ) {
    output.append(UInt8(ascii: open))
    for (index, element) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      newLine(depth + 1)
      item(&self, element)
    }
    if !items.isEmpty { newLine(depth) }
    output.append(UInt8(ascii: close))
  }

  private mutating func newLine(_ depth: Int) {
    guard isIndented else { return }
    output.append(0x0A)
    for _ in 0..<depth { output.append(contentsOf: [0x20, 0x20]) }
  }

  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == 0xC2, byte < 0xA0 {
        // U+0080–U+009F steer some terminals, so they are written as escapes.
        output.removeLast()
        writeEscape(byte)
      } else {
        writeEscaping(byte)
      }
      previous = byte
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscaping(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    case 0x08: output.append(contentsOf: "\\b".utf8)
    case 0x09: output.append(contentsOf: "\\t".utf8)
    case 0x0A: output.append(contentsOf: "\\n".utf8)
    case 0x0C: output.append(contentsOf: "\\f".utf8)
    case 0x0D: output.append(contentsOf: "\\r".utf8)
    case 0..<0x20, 0x7F: writeEscape(byte)
    default: output.append(byte)
    }
  }

  private mutating func writeEscape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    output.append(contentsOf: "\\u00".utf8)
    output.append(digits[Int(byte >> 4)])
    output.append(digits[Int(byte & 15)])
  }
}
