import TestSupport

/// Texts as somebody might write them who wants to break out of a document.
enum HostileText {
  private static let pieces = [
    "<script>alert(1)</script>", "</title>", "</style>", "</svg>", "<!--", "]]>", "&lt;",
    "&#x202e;",
    "\" onmouseover=\"x", "' onload='x", "[a](javascript:alert(1))", "![b](http://e.example/p.png)",
    "http://e.example", "www.e.example", "```", "~~~", "`code`", "**bold**", "__b__", "_i_", "|",
    "|---|", "# h", "## h", "- item", "+ item", "1. one", "2) two", "> quote", "---", "===", "\\",
    "\\|", "$x$", "<br>", "\u{1B}[31m", "\u{0}", "\u{7}", "\u{85}", "\u{9B}2J", "\u{202E}",
    "\u{2066}", "\u{200F}", "\u{FEFF}", "\u{2028}", "\r\n", "\n", "\n\n", "\t", "    four",
    "\u{FFFE}", "\u{E0041}", "e\u{301}", "مرحبا", "漢字", "👩‍⚕️", "2.5", "word",
    "wide-word-of-many-letters-that-goes-on-and-on-and-on",
  ]

  static func next(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...6, using: &generator)
    return (0..<count).map { _ in
      pieces.randomElement(using: &generator).map {
        $0 + (Bool.random(using: &generator) ? " " : "")
      } ?? ""
    }.joined()
  }
}
