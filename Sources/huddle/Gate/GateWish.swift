import Workbench

/// What somebody who came in over SSH wants: the workbench, one command of an exact list, or to know
/// what is on that list. A section with `--plain` is printed instead of opened.
enum GateWish: Hashable {
  case workbench([String])
  case command([String])
  case help

  private static let plain = "--plain"

  /// - Parameter text: `SSH_ORIGINAL_COMMAND`, empty where somebody just logged in.
  init(_ text: String) throws(GateRefusal) {
    var words = try CommandWords.split(text)
    if words.first == "huddle" { words.removeFirst() }
    guard let word = words.first else {
      self = .workbench([])
      return
    }
    let named = words.filter { $0 != Self.plain }
    if named.isEmpty || named.count == 1 && SectionID(word: named[0]) != nil {
      self = .workbench(words)
      return
    }
    if word == Self.plain { throw .optionNotAdmitted(option: word, command: named[0]) }
    if ["help", "--help", "-h"].contains(word) {
      self = .help
      return
    }
    let pair = words.prefix(2).joined(separator: " ")
    guard let command = AdmittedCommand.all.first(where: { $0.name == word || $0.name == pair })
    else {
      for known in [pair, word] {
        if let why = AdmittedCommand.keptOut[known] { throw .keptOut(word: known, why: why) }
      }
      let isFamily = AdmittedCommand.all.contains { $0.name.hasPrefix("\(word) ") }
      if !isFamily, SectionID(word: word) != nil {
        throw .sectionTakesNothing(section: word, word: named[1])
      }
      throw .notAdmitted(word: isFamily ? pair : word)
    }
    try command.check(Array(words.dropFirst(command.name == word ? 1 : 2)))
    self = .command(words)
  }
}
