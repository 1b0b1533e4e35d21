/// The signs that screens are drawn with, each with its spelling in ASCII.
extension Glyphs {
  public func sign(_ unicode: String, ascii: String) -> String {
    self == .unicode ? unicode : ascii
  }

  /// What stands where a text was cut off.
  public var ellipsis: String { sign("…", ascii: "~") }
  public var horizontal: String { sign("─", ascii: "-") }
  public var vertical: String { sign("│", ascii: "|") }
  public var topLeft: String { sign("╭", ascii: "+") }
  public var topRight: String { sign("╮", ascii: "+") }
  public var bottomLeft: String { sign("╰", ascii: "+") }
  public var bottomRight: String { sign("╯", ascii: "+") }
  public var branch: String { sign("├─", ascii: "|-") }
  public var lastBranch: String { sign("└─", ascii: "`-") }
  public var expanded: String { sign("▾", ascii: "v") }
  public var collapsed: String { sign("▸", ascii: ">") }
  public var pointer: String { sign("›", ascii: ">") }
  public var bullet: String { sign("•", ascii: "*") }
  public var separator: String { sign("·", ascii: "-") }
  public var moreAbove: String { sign("▴", ascii: "^") }
  public var moreBelow: String { sign("▾", ascii: "v") }
  public var moreLeft: String { sign("◂", ascii: "<") }
  public var moreRight: String { sign("▸", ascii: ">") }
  public var scrollThumb: String { sign("┃", ascii: "#") }
  public var checked: String { sign("✓", ascii: "x") }
}
