import Cells

extension UnseenSigns {
  /// What to say beside a field into which so many of them were pasted.
  static func words(_ count: Int) -> String {
    count == 1
      ? "the paste has 1 sign that turns text around or is no text, shown as a mark; take it out "
        + "unless it is meant"
      : "the paste has \(count) signs that turn text around or are no text, shown as marks; take "
        + "them out unless they are meant"
  }
}
