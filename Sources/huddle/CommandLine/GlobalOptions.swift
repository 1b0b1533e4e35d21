import ArgumentParser
import Cells
import Collaborative
import Glibc
import Improvement
import Workbench

/// What may be said with every command, before or after it.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store's folder.",
      discussion: "Else $HUDDLE_STORE, else huddle in $XDG_DATA_HOME.", valueName: "dir"),
    completion: .directory)
  var store: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Who you are, by a member's login.", valueName: "login"))
  var login: String?

  @Option(help: ArgumentHelp("The theme of the workbench.", valueName: "name"))
  var theme: String?

  @Option(help: "The signs your terminal can show.")
  var glyphs: GlyphChoice?

  @Flag(help: "Plain lines of text instead of a screen.")
  var plain = false

  /// The names, with whether a value follows; `ArgumentOrder` moves them to their place.
  static let names: [(name: String, takesValue: Bool)] = [
    ("--store", true), ("--as", true), ("--theme", true), ("--glyphs", true), ("--plain", false),
  ]
}

enum GlyphChoice: String, CaseIterable, ExpressibleByArgument {
  case unicode, ascii

  var glyphs: Glyphs { self == .unicode ? .unicode : .ascii }
}

extension GlobalOptions {
  /// The same as the parser makes of them, which is left to say what is wrong: nothing where a value
  /// is missing, empty, said twice, or none of the choices.
  init?(typed: [String]) {
    self.init()
    guard take(typed) else { return nil }
  }

  /// In an initializer a wrapped property would be declared again rather than given a value.
  private mutating func take(_ typed: [String]) -> Bool {
    (store, login, theme, glyphs, plain) = (nil, nil, nil, nil, false)
    var said: Set<String> = []
    var rest = typed[...]
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard said.insert(name).inserted else { return false }
      if name == "--plain", parts.count == 1 {
        plain = true
        continue
      }
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.isEmpty,
        !value.hasPrefix("-")
      else { return false }
      switch name {
      case "--store": store = value
      case "--as": login = value
      case "--theme": theme = value
      case "--glyphs":
        guard let choice = GlyphChoice(rawValue: value) else { return false }
        glyphs = choice
      default: return false
      }
    }
    return true
  }

  /// The folder of the store that is meant.
  var storePath: String {
    if let gate = Entrance.gate { return gate.store }
    if let store, !store.isEmpty { return store }
    if let path = Environment["HUDDLE_STORE"], !path.isEmpty { return path }
    return "\(Self.dataFolder)/huddle"
  }

  /// Where this user's data lie.
  static var dataFolder: String {
    if let path = Environment["XDG_DATA_HOME"], path.hasPrefix("/") { return path }
    return "\(Environment["HOME"] ?? "")/.local/share"
  }

  /// Where this user's state lies, such as drafts that a store's disk does not take.
  static var stateFolder: String {
    if let path = Environment["XDG_STATE_HOME"], path.hasPrefix("/") { return "\(path)/huddle" }
    return "\(Environment["HOME"] ?? "")/.local/state/huddle"
  }

  /// The name of the operating system's user.
  static var unixLogin: String {
    Account.own?.name ?? Environment["USER"] ?? "user-\(geteuid())"
  }

  func open(
    soonNeeded: [DocumentType] = [], believes: Bool = false
  ) throws(CollaborationError) -> Collaboration {
    if let gate = Entrance.gate {
      var collaboration = try Collaboration.open(
        path: gate.store, atGate: gate.member, soonNeeded: soonNeeded, believes: believes)
      collaboration.whenDenied = { Entrance.refused($0.words) }
      return collaboration
    }
    return try Collaboration.open(
      path: storePath, loginAsked: login, unixLogin: Self.unixLogin, soonNeeded: soonNeeded,
      believes: believes)
  }

  /// As `open()`, but whoever is at the computer itself is let in to check a store in which it cannot
  /// be told which member they are.
  func openToCheck() throws(CollaborationError) -> Collaboration {
    do throws(CollaborationError) {
      return try open()
    } catch {
      guard case .gate = error, Entrance.gate == nil, login == nil else { throw error }
      return try Collaboration.open(path: storePath, asVisitor: Self.unixLogin)
    }
  }

  func workbench(at section: SectionID?) -> WorkbenchOptions {
    WorkbenchOptions(
      section: section ?? .today, theme: theme, glyphs: glyphs?.glyphs, isPlain: plain)
  }

  var shownGlyphs: Glyphs { TerminalText.glyphs(glyphs?.glyphs) }
}
