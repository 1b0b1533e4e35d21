/// The nearest ASCII spelling of a character, for terminals that know nothing else.
enum ASCIIFallback {
  /// A text of printable ASCII, one column a character; `?` where no spelling is known.
  static func text(for scalars: String.UnicodeScalarView) -> String {
    guard let first = scalars.first else { return "" }
    if first.value < 0x7F { return String(first) }
    if let index = latinIndex(first.value) { return String(latin[index]) }
    return signs[first.value] ?? "?"
  }

  private static func latinIndex(_ value: UInt32) -> Int? {
    (0xC0...0x17F).contains(value) ? Int(value) - 0xC0 : nil
  }

  /// The base letters of Latin-1 and Latin Extended-A, from U+00C0 to U+017F.
  private static let latin: [Character] = Array(
    "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLl"
      + "NnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs")

  private static let signs: [UInt32: String] = [
    0xA0: " ", 0xA1: "!", 0xA2: "c", 0xA3: "GBP", 0xA5: "Y", 0xA7: "S", 0xA9: "(c)", 0xAB: "<<",
    0xAE: "(R)", 0xB0: "deg", 0xB1: "+/-", 0xB2: "^2", 0xB3: "^3", 0xB5: "u", 0xB7: "-",
    0xB9: "^1", 0xBB: ">>", 0xBC: "1/4", 0xBD: "1/2", 0xBE: "3/4", 0xBF: "?",
    0x394: "D", 0x3A3: "S", 0x3B1: "a", 0x3B2: "b", 0x3BC: "u", 0x3C3: "s",
    0x2002: " ", 0x2003: " ", 0x2007: " ", 0x2009: " ", 0x202F: " ",
    0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "--", 0x2018: "'", 0x2019: "'",
    0x201A: ",", 0x201C: "\"", 0x201D: "\"", 0x201E: "\"", 0x2020: "+", 0x2022: "*", 0x2026: "...",
    0x2030: "o/oo", 0x2032: "'", 0x2039: "<", 0x203A: ">", 0x20AC: "EUR", 0x2122: "(TM)",
    0x2190: "<-", 0x2191: "^", 0x2192: "->", 0x2193: "v", 0x2212: "-", 0x221E: "inf",
    0x2248: "~", 0x2260: "!=", 0x2264: "<=", 0x2265: ">=",
    0x2500: "-", 0x2501: "=", 0x2502: "|", 0x2503: "|", 0x250A: ":", 0x2504: "-", 0x254C: "-",
    0x250C: "+", 0x2510: "+", 0x2514: "+", 0x2518: "+", 0x251C: "+", 0x2524: "+", 0x252C: "+",
    0x2534: "+", 0x253C: "+", 0x256D: "+", 0x256E: "+", 0x256F: "+", 0x2570: "+",
    0x2588: "#", 0x2591: ".", 0x2592: ":", 0x2593: "#", 0x25A0: "#", 0x25A1: "#", 0x25B2: "^",
    0x25B4: "^", 0x25B6: ">", 0x25B8: ">", 0x25BC: "v", 0x25BE: "v", 0x25C2: "<", 0x25C6: "X",
    0x25C7: "x", 0x25CB: ".", 0x25CF: "o", 0x2713: "v", 0x2714: "v", 0x2717: "x", 0x2718: "x",
  ]
}
