extension JSON {
  /// Reads some fields of an object where it lies and passes over the others.
  ///
  /// An index of hundreds of thousands of documents needs a few fields of each. What is passed over
  /// is not looked at any closer than it takes to find its end: only for bytes that were read as a
  /// whole before, such as those that a checksum stands for.
  ///
  /// - Complexity: O(n), several times as fast as reading everything.
  public static func parse(
    fields: FieldNames, of bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .document
  ) throws(JSONError) -> JSON {
    var parser = JSONParser(bytes: bytes, limits: limits)
    return .object(try parser.parseFields(fields))
  }

  /// Some fields of an object, ready to be looked for among many.
  public struct FieldNames: Sendable {
    /// By their length, which tells most of them apart.
    private var names: [[(bytes: [UInt8], text: String)]] = []

    public init(_ names: some Sequence<String>) {
      for name in names {
        let bytes = Array(name.utf8)
        while self.names.count <= bytes.count { self.names.append([]) }
        self.names[bytes.count].append((bytes, name))
      }
    }

    fileprivate func text(of name: UnsafeBufferPointer<UInt8>) -> String? {
      guard name.count < names.count else { return nil }
      for (bytes, text) in names[name.count] {
        var index = 0
        while index < name.count, bytes[index] == name[index] { index += 1 }
        if index == name.count { return text }
      }
      return nil
    }
  }
}

extension JSON.FieldNames: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: String...) { self.init(elements) }
}

extension JSONParser {
  fileprivate mutating func parseFields(_ wanted: JSON.FieldNames) throws(JSONError) -> JSONObject {
    skipSpace()
    try expect("{", "an object")
    var object = JSONObject()
    skipSpace()
    if take("}") { return object }
    while true {
      let start = position
      try skipString()
      let name = UnsafeBufferPointer(rebasing: bytes[start + 1..<position - 1])
      skipSpace()
      try expect(":", "a colon")
      skipSpace()
      if let found = wanted.text(of: name) {
        let value = try parseValue(depth: 1)
        if !object.insertNew(value, forKey: found) { throw error(.duplicateKey(found), at: start) }
      } else {
        try skipValue()
      }
      skipSpace()
      if take("}") { return object }
      try expect(",", "a comma or }")
      skipSpace()
    }
  }

  /// Goes to the end of the value that begins at the position.
  private mutating func skipValue() throws(JSONError) {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        try skipString()
        if depth == 0 { return }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of the object that a number or a word is the last value of.
        if depth == 0 { return }
        depth -= 1
        position += 1
        if depth == 0 { return }
      case UInt8(ascii: ","):
        if depth == 0 { return }
        position += 1
      default: position += 1
      }
    }
    throw error(.endOfText(expected: "the end of a value"))
  }

  /// Goes behind the string whose opening quote stands at the position.
  private mutating func skipString() throws(JSONError) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw error(.endOfText(expected: "a quote"))
    }
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    throw error(.endOfText(expected: "a closing quote"))
  }
}
