extension JSONParser {
  /// Reads the string whose opening quote stands at the position.
  mutating func parseString() throws(JSONError) -> String {
    let start = position
    position += 1
    let first = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let text = try text(first..<position, openedAt: start)
        position += 1
        return text
      case UInt8(ascii: "\\"):
        return try parseEscapedString(from: first, openedAt: start)
      case let byte where byte < 0x20:
        throw error(.controlCharacter(byte))
      default: position += 1
      }
    }
    throw error(.endOfText(expected: "a closing quote"))
  }

  /// The slower way, taken from the first backslash on.
  private mutating func parseEscapedString(
    from first: Int, openedAt start: Int
  ) throws(JSONError) -> String {
    var result = Array(bytes[first..<position])
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return try checked(result, openedAt: start)
      }
      if byte < 0x20 { throw error(.controlCharacter(byte)) }
      position += 1
      if byte == UInt8(ascii: "\\") {
        try parseEscape(into: &result)
      } else {
        result.append(byte)
      }
    }
    throw error(.endOfText(expected: "a closing quote"))
  }

  private mutating func parseEscape(into result: inout [UInt8]) throws(JSONError) {
    guard position < bytes.count else { throw error(.endOfText(expected: "an escape")) }
    let sign = bytes[position]
    position += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(sign)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): result.append(contentsOf: String(try parseScalar()).utf8)
    default: throw error(.badEscape, at: position - 2)
    }
  }

  /// The scalar behind `\u`, joined from two halves where it is a surrogate pair.
  private mutating func parseScalar() throws(JSONError) -> Character {
    let start = position - 2
    let high = try parseHexUnit()
    var value = UInt32(high)
    if (0xD800...0xDBFF).contains(high) {
      guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      else { throw error(.loneSurrogate, at: start) }
      position += 2
      let low = try parseHexUnit()
      guard (0xDC00...0xDFFF).contains(low) else { throw error(.loneSurrogate, at: start) }
      value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.loneSurrogate, at: start) }
    return Character(scalar)
  }

  private mutating func parseHexUnit() throws(JSONError) -> UInt16 {
    guard position + 4 <= bytes.count else { throw error(.badEscape) }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw error(.badEscape)
      }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }

  private func text(_ range: Range<Int>, openedAt start: Int) throws(JSONError) -> String {
    if range.count > limits.stringBytes {
      throw error(.stringTooLong(limit: limits.stringBytes), at: start)
    }
    let slice = UnsafeBufferPointer(rebasing: bytes[range])
    // Most strings are ASCII, which can't be broken; checking takes twice as long.
    if slice.allSatisfy({ $0 < 0x80 }) { return String(decoding: slice, as: UTF8.self) }
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw error(.invalidUTF8, at: start)
    }
    return text
  }

  private func checked(_ raw: [UInt8], openedAt start: Int) throws(JSONError) -> String {
    if raw.count > limits.stringBytes {
      throw error(.stringTooLong(limit: limits.stringBytes), at: start)
    }
    guard let text = String(validating: raw, as: UTF8.self) else {
      throw error(.invalidUTF8, at: start)
    }
    return text
  }
}
