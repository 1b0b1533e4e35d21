import Glibc

/// Numbers as text, the same on every machine: a decimal point, no separators of thousands.
public enum NumberText {
  /// A number with exactly so many decimals (0…12), rounded half away from zero.
  ///
  /// What is rounded is the shortest decimal that reads back as the number, so 2.675 with two
  /// places is 2.68, as people expect. A zero carries no sign. "–" for what is no number.
  public static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "–" }
    var digits = Digits(value)
    let places = min(max(places, 0), 12)
    digits.round(toPlaces: places)
    return digits.text(places: places)
  }

  /// A number with so many significant digits at most, without trailing zeros.
  ///
  /// Very large and very small ones are written with a power of ten: 1e300.
  public static func significant(_ value: Double, digits count: Int = 3) -> String {
    guard value.isFinite else { return "–" }
    var digits = Digits(value)
    digits.round(toPlaces: max(1, count) - digits.magnitude - 1)
    guard (-6...15).contains(digits.magnitude) else {
      let exponent = digits.magnitude
      digits.magnitude = 0
      return digits.text(places: nil) + "e\(exponent)"
    }
    return digits.text(places: nil)
  }

  /// A number as short as it can be written: up to six significant digits, all of a whole number
  /// up to 15 digits.
  public static func short(_ value: Double) -> String {
    if value.isFinite, value == value.rounded(), abs(value) < 1e15 {
      return String(Int64(value))
    }
    return significant(value, digits: 6)
  }

  /// A number with at most so many decimals, without trailing zeros.
  public static func trimmed(_ value: Double, places: Int) -> String {
    var text = decimal(value, places: places)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// A count as it is written in a sentence: in words up to ten.
  static func spelled(_ count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(count) ? words[count] : String(count)
  }

  /// How often something happens: "never", "once", "twice", "three times".
  static func times(_ count: Int) -> String {
    switch count {
    case 0: "never"
    case 1: "once"
    case 2: "twice"
    default: "\(spelled(count)) times"
    }
  }

  /// How many decimals numbers need that spread over a range: enough for two digits of it, one
  /// wherever it is below 100, at most six.
  public static func places(forRange range: Double) -> Int {
    guard range.isFinite, range > 0 else { return 1 }
    guard range < 100 else { return 0 }
    return min(max(1 - Int(log10(range).rounded(.down)), 1), 6)
  }

  /// How many decimals numbers need that spread over a range, and that keep apart in their texts
  /// what differs: a value beyond a limit isn't written like the limit.
  ///
  /// - Complexity: O(pairs).
  static func places(forRange range: Double, telling pairs: [(Double, Double)]) -> Int {
    var places = places(forRange: range)
    for (one, other) in pairs {
      while places < 6, abs(one - other) * power(places) < 1,
        decimal(one, places: places) == decimal(other, places: places)
      {
        places += 1
      }
    }
    return places
  }

  private static func power(_ places: Int) -> Double { pow(10, Double(places)) }
}

/// The decimal digits of a number, to be rounded by hand.
private struct Digits {
  var isNegative: Bool
  /// From the most significant to the least; empty for zero.
  var digits: [UInt8]
  /// The power of ten of the first digit.
  var magnitude: Int

  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    magnitude = 0
    guard value != 0 else { return }
    // "1234.5", "1.2345e-07": the shortest text that reads back.
    let text = "\(abs(value))".split(separator: "e")
    let parts = text[0].split(separator: ".")
    let exponent = text.count > 1 ? Int(text[1]) ?? 0 : 0
    digits = parts.joined().utf8.map { $0 - UInt8(ascii: "0") }
    magnitude = parts[0].utf8.count - 1 + exponent
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    magnitude -= zeros
    while digits.last == 0 { digits.removeLast() }
  }

  mutating func round(toPlaces places: Int) {
    let keep = magnitude + places + 1
    guard keep < digits.count else { return }
    guard keep >= 0 else {
      digits = []
      return
    }
    let roundsUp = digits[keep] >= 5
    digits.removeLast(digits.count - keep)
    guard roundsUp else { return }
    var index = keep - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      magnitude += 1
    }
  }

  /// The digits as text, with so many places or as many as there are.
  func text(places: Int?) -> String {
    let isZero = digits.allSatisfy { $0 == 0 }
    var text = isNegative && !isZero ? "-" : ""
    let last = digits.lastIndex { $0 != 0 } ?? -1
    let needed = isZero ? 0 : max(0, last - magnitude)
    if isZero || magnitude < 0 {
      text += "0"
    } else {
      for power in stride(from: magnitude, through: 0, by: -1) { text += digit(at: power) }
    }
    let places = places ?? needed
    guard places > 0 else { return text }
    text += "."
    for power in 1...places { text += digit(at: -power) }
    return text
  }

  private func digit(at power: Int) -> String {
    let index = magnitude - power
    return digits.indices.contains(index) ? String(digits[index]) : "0"
  }
}
