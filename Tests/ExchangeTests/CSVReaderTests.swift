import Testing

@testable import Exchange

private func rows(_ bytes: [UInt8], chunk: Int = 7) throws(CSVError) -> [[String]] {
  var rest = bytes[...]
  var reader = try CSVReader { () throws(CSVError) -> [UInt8] in
    defer { rest = rest.dropFirst(chunk) }
    return Array(rest.prefix(chunk))
  }
  var result = [reader.heading]
  while let row = try reader.next() { result.append(row.texts) }
  return result
}

private func rows(_ text: String, chunk: Int = 7) throws(CSVError) -> [[String]] {
  try rows(Array(text.utf8), chunk: chunk)
}

@Suite("Reading CSV") struct CSVReaderTests {
  @Test(
    "the separator is found in the heading",
    arguments: ["a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "\"a\",b\r\n1,2", "\u{FEFF}a,b\r1,2\r"])
  func separators(text: String) throws {
    #expect(try rows(text) == [["a", "b"], ["1", "2"]])
  }

  @Test("quoted texts keep separators, quotation marks and line ends")
  func quotes() throws {
    let text = "name,note\n\"Ward, 3\",\"said \"\"yes\"\"\r\ntwice\"\n"
    #expect(try rows(text) == [["name", "note"], ["Ward, 3", "said \"yes\"\r\ntwice"]])
  }

  @Test("how the bytes arrive makes no difference", arguments: 1...12)
  func chunks(size: Int) throws {
    let text = "a,b\r\n\"x\"\"y\",2\r\n\r\n\"\",é\r\n"
    #expect(try rows(text, chunk: size) == [["a", "b"], ["x\"y", "2"], ["", "é"]])
  }

  @Test("what was written is read again, whatever it holds")
  func roundTrip() throws {
    let table = [["a", "b;c", "d"], ["1,5", "\"", "x\ny"], ["", "ü\t", "e"]]
    let text = table.map(CSVWriter.row).joined()
    let read = try rows(text)
    #expect(read == [["a", "b;c", "d"], ["1,5", "\"", "x\ny"], ["", "ü", "e"]])
  }

  @Test(
    "a broken table is refused with its row and column",
    arguments: [
      ("", CSVError.empty), ("\n\n", .empty),
      ("a,b\n1,\"2\n3,4\n", .unclosedQuote(row: 2)),
      ("a,b\n1,\"2\"x\n", .textAfterQuote(row: 2, column: 2)),
      ("a,b\n1,2\n\n1\n", .unevenRow(row: 4, found: 1, expected: 2)),
      ("a,b\n1,2,3\n", .unevenRow(row: 2, found: 3, expected: 2)),
    ])
  func refused(text: String, error: CSVError) {
    #expect(throws: error) { try rows(text) }
  }

  @Test("Latin-1 is recognised and named")
  func latin1() {
    #expect(throws: CSVError.notUTF8(row: 2, column: 2)) {
      try rows(Array("a,b\n1,Caf".utf8) + [0xE9, 0x0A])
    }
    #expect(throws: CSVError.utf16) { try rows([0xFF, 0xFE, 0x61, 0x00]) }
  }

  @Test("a row without an end is refused before it fills the memory")
  func endless() {
    let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    var given = 0
    #expect(throws: CSVError.rowTooLong(row: 1, limit: CSVReader.rowLimit)) {
      _ = try CSVReader { () throws(CSVError) -> [UInt8] in
        given += chunk.count
        return chunk
      }
    }
    #expect(given < 3 << 20)
  }
}
