import Cells
import Collaborative

extension Digest {
  /// The digest as lines for a mail: no wider than a mail is read, what is wrapped hangs under its
  /// beginning, and without Unicode where that can't be shown.
  public func plainText(columns: Int = Digest.mailColumns, glyphs: Glyphs) -> String {
    lines.map { line in
      let lead = line.prefix { $0 == " " }
      let bullet = line.dropFirst(lead.count).hasPrefix("- ") ? "- " : ""
      let indent = String(lead) + bullet
      let body = String(line.dropFirst(indent.count))
      let room = max(20, columns - indent.count)
      let hanging = String(repeating: " ", count: indent.count)
      let wrapped = TextWrap.lines(body, width: room, glyphs: glyphs)
      if wrapped.isEmpty { return "" }
      return wrapped.enumerated().map { index, text in
        let shown =
          (index == 0 ? indent : hanging)
          + DisplayCluster.all(in: text, glyphs: glyphs).map(\.text).joined()
        return String(shown.reversed().drop { $0 == " " }.reversed())
      }.joined(separator: "\n")
    }.joined(separator: "\n") + "\n"
  }

  /// Mails are folded at 78 columns (RFC 5322, section 2.1.1).
  public static let mailColumns = 76
}
