/// Breaking text into lines that fit.
public enum TextWrap {
  /// The lines of a text, none wider than `width` unless a single character is.
  ///
  /// Breaks stand between words, but not before a per cent sign; a word longer than a line is broken
  /// where the line ends. Line feeds are kept, and so is the indentation at a paragraph's beginning;
  /// blanks at a break are dropped.
  public static func lines(_ text: String, width: Int, glyphs: Glyphs = .unicode) -> [String] {
    paragraphs(of: text).flatMap { paragraph in
      let characters = Array(paragraph)
      return rows(of: characters, width: width, glyphs: glyphs).map { row in
        String(characters[row.lowerBound..<trimmedEnd(of: row, in: characters)])
      }
    }
  }

  /// The lines of a styled text; every piece keeps its meaning.
  public static func lines(_ line: StyledLine, width: Int, glyphs: Glyphs = .unicode)
    -> [StyledLine]
  {
    var characters: [Character] = []
    var owners: [Int] = []
    for (index, span) in line.spans.enumerated() {
      for character in span.text {
        characters.append(character.isNewline ? " " : character)
        owners.append(index)
      }
    }
    return rows(of: characters, width: width, glyphs: glyphs).map { row in
      var spans: [Span] = []
      var owner: Int?
      for index in row.lowerBound..<trimmedEnd(of: row, in: characters) {
        if owners[index] == owner {
          spans[spans.count - 1].text.append(characters[index])
        } else {
          owner = owners[index]
          var span = line.spans[owners[index]]
          span.text = String(characters[index])
          spans.append(span)
        }
      }
      return StyledLine(spans)
    }
  }

  /// Where the visual rows of one paragraph begin and end; together they hold every character.
  ///
  /// Blanks at a break belong to the row before it and may hang beyond the width. There is always at
  /// least one row. Complexity: O(n) in the length of the paragraph.
  public static func rows(of characters: [Character], width: Int, glyphs: Glyphs = .unicode)
    -> [Range<Int>]
  {
    var rows: [Range<Int>] = []
    var start = 0
    while true {
      let end = endOfRow(from: start, in: characters, width: width, glyphs: glyphs)
      rows.append(start..<end)
      if end == characters.count { return rows }
      start = characters[end] == "\n" ? end + 1 : end
    }
  }

  /// Where the row that begins at `start` ends: before a line feed, where the text ends, or where no
  /// more fits.
  ///
  /// Nothing before `start` has a say in it, and nothing behind the first character that did not
  /// fit, which is in the next row: so a text that changes is laid out anew only around the change.
  /// Complexity: O(n) in the length of the row.
  public static func endOfRow(
    from start: Int, in characters: [Character], width: Int, glyphs: Glyphs = .unicode
  ) -> Int {
    let width = max(1, width)
    var column = 0
    var breakPoint = start
    var index = start
    while index < characters.count {
      let character = characters[index]
      if character == " " {
        column += 1
        index += 1
        // "87 %" is one word.
        if !(index < characters.count && characters[index] == "%") { breakPoint = index }
        continue
      }
      if character == "\n" { return index }
      let columns = TextWidth.of(character, glyphs: glyphs)
      if column + columns > width && index > start {
        return breakPoint > start ? breakPoint : index
      }
      if columns == 2 && index > start { breakPoint = index }
      column += columns
      index += 1
      if columns == 2 { breakPoint = index }
    }
    return characters.count
  }

  static func paragraphs(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  private static func trimmedEnd(of row: Range<Int>, in characters: [Character]) -> Int {
    var end = row.upperBound
    while end > row.lowerBound && characters[end - 1] == " " { end -= 1 }
    return end
  }
}
