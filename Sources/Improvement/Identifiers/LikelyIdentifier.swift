/// A stretch of text that looks as if it could tell who somebody is.
public struct LikelyIdentifier: Hashable, Sendable {
  public var kind: IdentifierKind
  /// Where it stands, in bytes of UTF-8 from the beginning of the text.
  public var range: Range<Int>

  public init(_ kind: IdentifierKind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What stands there.
  public func text(in whole: String) -> String {
    let bytes = whole.utf8
    guard range.upperBound <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    return String(whole[start..<end])
  }

  /// All in a text, in reading order, none overlapping.
  ///
  /// Judged by shape and by the words beside it, so it errs both ways: it reminds, and never says
  /// that a text is free of identifiers. Digits of any script count, and signs without width between
  /// them hide nothing.
  ///
  /// - Complexity: O(length of the text) for text as people write it.
  public static func all(in text: String) -> [LikelyIdentifier] {
    let couldHold = text.utf8.contains {
      (48...57).contains($0) || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: ":") || $0 >= 0x80
    }
    guard couldHold else { return [] }
    var scan = IdentifierScan(ScannedText(text))
    scan.findAddresses()
    scan.passOverReferences()
    scan.findDates()
    scan.findNationalNumbers()
    scan.findNamedRecords()
    scan.findPhones()
    scan.findBareNumbers()
    return scan.found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
