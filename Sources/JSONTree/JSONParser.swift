/// What a parser accepts at most.
public struct JSONLimits: Hashable, Sendable {
  public var depth: Int
  public var documentBytes: Int
  public var stringBytes: Int

  public init(depth: Int = 64, documentBytes: Int = 1 << 20, stringBytes: Int = 256 << 10) {
    self.depth = depth
    self.documentBytes = documentBytes
    self.stringBytes = stringBytes
  }

  /// One document of the store.
  public static let document = JSONLimits()
  /// A file made of many documents or rows, such as a bundle or a chart case.
  public static let file = JSONLimits(documentBytes: 256 << 20, stringBytes: 1 << 20)
}

extension JSON {
  /// Reads a text strictly: one value, UTF-8, no duplicate keys, no trailing commas.
  ///
  /// - Throws: `JSONError` with reason and position. Complexity: O(n) for canonical text.
  public static func parse(
    _ bytes: [UInt8], limits: JSONLimits = .document
  ) throws(JSONError) -> JSON {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in try parse(buffer, limits: limits) }
    }
    return try result.get()
  }

  /// Reads a text where it lies, such as in a mapped file.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .document
  ) throws(JSONError) -> JSON {
    var parser = JSONParser(bytes: bytes, limits: limits)
    return try parser.parseDocument()
  }

  public static func parse(
    _ text: String, limits: JSONLimits = .document
  ) throws(JSONError) -> JSON {
    try parse(Array(text.utf8), limits: limits)
  }
}

/// A recursive descent over the bytes; strings are in `JSONParser+Strings.swift`.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func parseDocument() throws(JSONError) -> JSON {
    if bytes.count > limits.documentBytes { throw error(.tooLong(limit: limits.documentBytes)) }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      throw error(.byteOrderMark)
    }
    skipSpace()
    if position == bytes.count { throw error(.empty) }
    let value = try parseValue(depth: 0)
    skipSpace()
    if position < bytes.count { throw error(.textAfterTheEnd) }
    return value
  }

  mutating func parseValue(depth: Int) throws(JSONError) -> JSON {
    guard position < bytes.count else { throw error(.endOfText(expected: "a value")) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try parseObject(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try parseArray(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", as: .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", as: .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", as: .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try parseNumber())
    case let byte where byte >= 0x80: throw error(.invalidUTF8)
    case let byte: throw error(.unexpected(byte: byte, expected: "a value"))
    }
  }

  private mutating func parseObject(depth: Int) throws(JSONError) -> JSONObject {
    if depth > limits.depth { throw error(.tooDeep(limit: limits.depth)) }
    var object = JSONObject()
    position += 1
    skipSpace()
    if take("}") { return object }
    while true {
      let start = position
      guard position < bytes.count else { throw error(.endOfText(expected: "a field's name")) }
      guard bytes[position] == UInt8(ascii: "\"") else {
        throw error(.unexpected(byte: bytes[position], expected: "a field's name in quotes"))
      }
      let key = try parseString()
      skipSpace()
      try expect(":", "a colon")
      skipSpace()
      let value = try parseValue(depth: depth)
      if !object.insertNew(value, forKey: key) { throw error(.duplicateKey(key), at: start) }
      skipSpace()
      if take("}") { return object }
      try expect(",", "a comma or }")
      skipSpace()
      if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
        throw error(.trailingComma)
      }
    }
  }

  private mutating func parseArray(depth: Int) throws(JSONError) -> [JSON] {
    if depth > limits.depth { throw error(.tooDeep(limit: limits.depth)) }
    var elements: [JSON] = []
    position += 1
    skipSpace()
    if take("]") { return elements }
    while true {
      elements.append(try parseValue(depth: depth))
      skipSpace()
      if take("]") { return elements }
      try expect(",", "a comma or ]")
      skipSpace()
      if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
        throw error(.trailingComma)
      }
    }
  }

  private mutating func parseWord(_ word: StaticString, as value: JSON) throws(JSONError) -> JSON {
    for index in 0..<word.utf8CodeUnitCount {
      let place = position + index
      guard place < bytes.count else { throw error(.endOfText(expected: "\(word)"), at: place) }
      guard bytes[place] == word.utf8Start[index] else {
        throw error(.unexpected(byte: bytes[place], expected: "\(word)"), at: place)
      }
    }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func parseNumber() throws(JSONError) -> JSONNumber {
    let start = position
    _ = take("-")
    if !take("0") { try digits(from: start) }
    if take(".") { try digits(from: start) }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits(from: start)
    }
    let slice = UnsafeBufferPointer(rebasing: bytes[start..<position])
    return JSONNumber(literal: String(decoding: slice, as: UTF8.self))
  }

  private mutating func digits(from start: Int) throws(JSONError) {
    let first = position
    while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
    if position == first { throw error(.badNumber, at: start) }
  }

  mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar, _ name: String) throws(JSONError) {
    guard position < bytes.count else { throw error(.endOfText(expected: name)) }
    guard take(sign) else { throw error(.unexpected(byte: bytes[position], expected: name)) }
  }

  /// The error with its line and column, counted only now that there is one.
  func error(_ reason: JSONError.Reason, at offset: Int? = nil) -> JSONError {
    let place = min(offset ?? position, bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<place where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    return JSONError(reason: reason, offset: place, line: line, column: place - lineStart + 1)
  }
}
