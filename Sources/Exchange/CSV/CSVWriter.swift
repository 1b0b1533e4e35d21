/// A table as text that every spreadsheet reads: commas, quotation marks where they are needed, and
/// line ends as RFC 4180 wants them.
public enum CSVWriter {
  /// One row with its line end.
  public static func row(_ texts: some Sequence<String>) -> String {
    texts.map(quoted).joined(separator: ",") + "\r\n"
  }

  static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        || $0 == UInt8(ascii: ";") || $0 == 0x09
    }
    // At the beginning of a file this one would be taken for a mark of its encoding.
    let isMark = text.unicodeScalars.first == "\u{FEFF}"
    guard needsQuotes || isMark || text.first == " " || text.last == " " else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "\"" { result.append("\"") }
    }
    return result + "\""
  }
}
