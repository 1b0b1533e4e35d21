/// The forms and check digits of numbers that stand for one person.
///
/// Where a number carries a check digit a wrong one is no such number; what has none is told by its
/// groups and by dates within it.
enum NationalNumber {
  static func isOne(_ phrase: DigitPhrase) -> Bool {
    let digits = phrase.digits
    let dashed = phrase.separators.allSatisfy { $0 == "-" }
    let spaced = phrase.separators.allSatisfy { $0 == " " || $0 == "-" }
    switch phrase.lengths {
    case [3, 3, 4]: return spaced && isHealthService(digits)
    case [10]: return isHealthService(digits)
    case [3, 2, 4]: return spaced && isSocialSecurity(digits)
    case [6, 4], [8, 4]: return dashed && isBirthNumber(digits)
    case [3, 3, 3]: return spaced && digits[0] != 0 && isLuhn(digits)
    case [9]: return isElevenTest(digits) || isLuhn(digits)
    case [11]:
      return isNorwegian(digits) || isPolish(digits) || isMedicare(Array(digits.prefix(10)))
    case [6, 5]: return isNorwegian(digits)
    case [4, 5, 1]: return spaced && isMedicare(digits)
    case [1, 2, 2, 2, 3, 3, 2], [13, 2], [15]: return isFrench(digits)
    default: return false
    }
  }

  /// The English NHS number and the Scottish CHI: ten digits, weights 10 to 2, modulo 11
  /// (NHS Data Dictionary, NHS NUMBER).
  static func isHealthService(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, Set(digits).count > 1 else { return false }
    let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + Int($1.0) * $1.1 }
    let check = (11 - sum % 11) % 11
    return check != 10 && check == Int(digits[9])
  }

  /// Areas 000, 666 and 900 to 999 are not given, nor is a group or a serial of zeros
  /// (Social Security Administration, SSN randomization, 2011).
  static func isSocialSecurity(_ digits: [UInt8]) -> Bool {
    let area = value(digits[0..<3])
    return area != 0 && area != 666 && area < 900 && value(digits[3..<5]) != 0
      && value(digits[5..<9]) != 0
  }

  /// Danish and Swedish numbers begin with the day of birth, written from either end.
  static func isBirthNumber(_ digits: [UInt8]) -> Bool {
    let date = digits.count == 12 ? digits[2..<8] : digits[0..<6]
    let first = date.startIndex
    let (a, b, c) = (
      value(date[first..<first + 2]), value(date[first + 2..<first + 4]),
      value(date[first + 4..<first + 6])
    )
    guard (1...12).contains(b) else { return false }
    if digits.count == 12 {
      return (18...20).contains(value(digits[0..<2])) && (1...31).contains(c)
    }
    return (1...31).contains(a) || (1...31).contains(c)
  }

  /// Two check digits, modulo 11 (Skatteetaten, fødselsnummer).
  static func isNorwegian(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, (1...31).contains(value(digits[0..<2]) % 40),
      (1...12).contains(value(digits[2..<4]))
    else { return false }
    let first = weighted(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1])
    let second = weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
    return first % 11 == 0 && second % 11 == 0
  }

  /// PESEL: weights 1, 3, 7, 9, modulo 10.
  static func isPolish(_ digits: [UInt8]) -> Bool {
    guard digits.count == 11, (1...31).contains(value(digits[4..<6])),
      (1...12).contains(value(digits[2..<4]) % 20)
    else { return false }
    return weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0
  }

  /// The Dutch citizen service number: weights 9 to 2 and −1, modulo 11.
  static func isElevenTest(_ digits: [UInt8]) -> Bool {
    digits.count == 9 && Set(digits).count > 1
      && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
  }

  /// Australian Medicare: the ninth digit checks the first eight.
  static func isMedicare(_ digits: [UInt8]) -> Bool {
    guard digits.count == 10, (2...6).contains(digits[0]) else { return false }
    return weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == Int(digits[8])
  }

  /// The French number: 13 digits and 97 less their remainder (INSEE, NIR).
  static func isFrench(_ digits: [UInt8]) -> Bool {
    guard digits.count == 15, (1...2).contains(digits[0]) else { return false }
    return 97 - value(digits[0..<13]) % 97 == value(digits[13..<15])
  }

  /// Luhn's check, of Canadian social insurance numbers among others (ISO/IEC 7812-1, annex B).
  static func isLuhn(_ digits: [UInt8]) -> Bool {
    guard Set(digits).count > 1 else { return false }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.offset % 2 == 1 ? Int(digit.element) * 2 : Int(digit.element)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
  }

  /// Spanish identity and foreigners' numbers, Irish personal service numbers, German insurance
  /// numbers and Italian fiscal codes; in lower case.
  static func isLettered(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    if hasForm(word, "99999999a") || hasForm(word, "a9999999a") {
      let marks = Array("trwagmyfpdxbnjzsqvhlcke".utf8)
      let lead: [UInt8: Int] = [120: 0, 121: 1, 122: 2]
      let digits = bytes.dropLast().filter(ScannedText.isDigit).map { $0 - 48 }
      let head = lead[bytes[0]].map { $0 * 10_000_000 } ?? 0
      let isForeign = ScannedText.isDigit(bytes[0]) || lead[bytes[0]] != nil
      return isForeign && marks[(head + value(digits[...])) % 23] == bytes[bytes.count - 1]
    }
    if hasForm(word, "9999999a") || hasForm(word, "9999999aa") {
      let digits = bytes.prefix(7).map { $0 - 48 }
      let tail = bytes.count == 9 ? Int(bytes[8] - 96) * 9 : 0
      let sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + tail
      return (sum % 23 == 0 ? UInt8(ascii: "w") : UInt8(96 + sum % 23)) == bytes[7]
    }
    if hasForm(word, "a999999999") {
      let letter = Int(bytes[0]) - 96
      let digits = [UInt8(letter / 10), UInt8(letter % 10)] + bytes.dropFirst().map { $0 - 48 }
      let sum = digits.dropLast().enumerated().reduce(0) { sum, digit in
        let value = Int(digit.element) * (digit.offset % 2 == 0 ? 1 : 2)
        return sum + value / 10 + value % 10
      }
      return sum % 10 == Int(digits[digits.count - 1])
    }
    return hasForm(word, "aaaaaa99a99a999a")
  }

  /// - Parameter form: `a` for a letter of ASCII and `9` for a digit.
  static func hasForm(_ word: String, _ form: String) -> Bool {
    let bytes = word.utf8
    return bytes.count == form.utf8.count
      && zip(bytes, form.utf8).allSatisfy { sign, kind in
        kind == UInt8(ascii: "9") ? ScannedText.isDigit(sign) : (97...122).contains(sign)
      }
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1) }
  }

  private static func weighted(_ digits: [UInt8], _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
  }
}
