extension CalendarDate: CustomStringConvertible {
  /// `2026-03-14`
  public var description: String {
    "\(DateText.padded(year, to: 4))-\(DateText.padded(month, to: 2))-\(DateText.padded(day, to: 2))"
  }

  /// Reads `2026-03-14` and nothing else.
  public init?(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8))
  }

  init?(utf8 bytes: [UInt8]) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = DateText.digits(bytes[0..<4]), let month = DateText.digits(bytes[5..<7]),
      let day = DateText.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads what a person types: `2026-03-14`, `today`, `tomorrow`, `yesterday`, a day of the week
  /// (the next one, never today), `+3d`, `-2w`, `+1m`, `+1y`.
  public init?(typed text: String, today: CalendarDate) {
    let word = text.lowercased().filter { !$0.isWhitespace }
    if let date = CalendarDate(word) {
      self = date
    } else if let date = Self.named(word, today: today) ?? Self.relative(word, today: today) {
      self = date
    } else {
      return nil
    }
  }

  private static func named(_ word: String, today: CalendarDate) -> CalendarDate? {
    switch word {
    case "today", "now": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    default: break
    }
    guard word.count >= 3,
      let weekday = Weekday.allCases.first(where: { $0.name.lowercased().hasPrefix(word) })
    else { return nil }
    let distance = (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1
    return today.adding(days: distance)
  }

  private static func relative(_ word: String, today: CalendarDate) -> CalendarDate? {
    guard let sign = word.first, sign == "+" || sign == "-", let unit = word.last,
      let amount = DateText.digits(Array(word.utf8)[1...].dropLast()), amount < 100_000
    else { return nil }
    let steps = sign == "-" ? -amount : amount
    switch unit {
    case "d": return today.adding(days: steps)
    case "w": return today.adding(days: 7 * steps)
    case "m": return today.adding(months: steps)
    case "y": return today.adding(months: 12 * steps)
    default: return nil
    }
  }

  /// `14 Mar 2026`
  public var label: String { "\(day) \(DateText.shortMonth(month)) \(year)" }
}

extension Weekday {
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

/// What dates and periods share in reading and writing digits and names.
enum DateText {
  /// The digits as a number; nil for anything else, or for none.
  static func digits(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  static func padded(_ value: Int, to width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  static func shortMonth(_ month: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : ""
  }

  /// Whether a text is a moment in UTC as documents write it, `2026-03-14T09:30:00Z`, with or
  /// without a fraction of a second.
  static func isTimestamp(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"),
      CalendarDate(text.prefix(10)) != nil, bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), let hour = digits(bytes[11..<13]), hour < 24,
      let minute = digits(bytes[14..<16]), minute < 60, let second = digits(bytes[17..<19]),
      second < 61
    else { return false }
    let fraction = bytes[19..<(bytes.count - 1)]
    return fraction.isEmpty
      || (fraction.first == UInt8(ascii: ".") && digits(fraction.dropFirst()) != nil)
  }
}
