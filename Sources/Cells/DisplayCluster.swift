/// What one cell of a terminal shows: one spacing character and at most four marks upon it.
///
/// ncurses takes no more in a cell, so longer grapheme clusters are brought into this shape here, and
/// text that would command the terminal or reorder the line becomes marks that a person can see.
public struct DisplayCluster: Hashable, Sendable {
  public var text: String
  /// 1, or 2 for a wide character.
  public var columns: Int

  public init(text: String, columns: Int) {
    self.text = text
    self.columns = columns
  }

  /// Most marks that one cell may carry.
  public static let markLimit = 4

  /// The cells that a text needs, in order.
  ///
  /// - Controls become pictures (`␛`; `^[` in ASCII); tab, line feed and the line separators a space.
  /// - Direction overrides, unassigned and other unprintable scalars become `�`, in ASCII `?`.
  /// - Joiners, variation selectors and skin tones have no cell: of a family the first person shows.
  /// - A mark without a character stands on `◌`; marks beyond the fourth become one `�`.
  ///
  /// Complexity: O(n) in the length of the text.
  public static func all(in text: some StringProtocol, glyphs: Glyphs = .unicode)
    -> [DisplayCluster]
  {
    var builder = DisplayClusterBuilder(glyphs: glyphs)
    for character in text { builder.add(character) }
    return builder.clusters
  }

  /// The cells that one character needs: mostly one, none for a character that is never seen.
  public static func all(in character: Character, glyphs: Glyphs = .unicode) -> [DisplayCluster] {
    var builder = DisplayClusterBuilder(glyphs: glyphs)
    builder.add(character)
    return builder.clusters
  }
}

struct DisplayClusterBuilder {
  let glyphs: Glyphs
  var clusters: [DisplayCluster] = []

  private var base = String.UnicodeScalarView()
  private var columns = 0
  private var marks = 0
  private var flooded = false

  init(glyphs: Glyphs) { self.glyphs = glyphs }

  mutating func add(_ character: Character) {
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1, only.value >= 0x20, only.value < 0x7F {
      clusters.append(DisplayCluster(text: String(character), columns: 1))
      return
    }
    var joined = false
    for scalar in scalars {
      switch VisibleText.treatment(of: scalar) {
      case .dropped:
        joined = joined || scalar.value == 0x200D
      case .space:
        flush()
        clusters.append(DisplayCluster(text: " ", columns: 1))
        if scalars.count == 2 && scalar == "\r" { return }
      case .picture(let unicode, let ascii):
        flush()
        append(glyphs == .unicode ? unicode : ascii)
      case .mark:
        addMark(scalar)
      case .spacing(let width):
        if columns == 2 && (joined || scalar.properties.isEmojiModifier) { continue }
        flush()
        joined = false
        base.append(scalar)
        columns = width
      }
    }
    flush()
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    if base.isEmpty {
      base.append("\u{25CC}")
      columns = 1
    }
    if marks < DisplayCluster.markLimit {
      base.append(scalar)
      marks += 1
    } else {
      flooded = true
    }
  }

  private mutating func flush() {
    if !base.isEmpty {
      switch glyphs {
      case .unicode: clusters.append(DisplayCluster(text: String(base), columns: columns))
      case .ascii: append(ASCIIFallback.text(for: base))
      }
    }
    if flooded { append(glyphs == .unicode ? "\u{FFFD}" : "?") }
    base = String.UnicodeScalarView()
    columns = 0
    marks = 0
    flooded = false
  }

  private mutating func append(_ singles: String) {
    for single in singles { clusters.append(DisplayCluster(text: String(single), columns: 1)) }
  }
}
