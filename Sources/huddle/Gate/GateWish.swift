import Workbench

/// What somebody who came in over SSH wants: the workbench, one command of an exact list, or to know
/// what is on that list.
enum GateWish: Hashable {
  case workbench([String])
  case command([String])
  case help

  /// - Parameter text: `SSH_ORIGINAL_COMMAND`, empty where somebody just logged in.
  init(_ text: String) throws(GateRefusal) {
    var words = try CommandWords.split(text)
    if words.first == "huddle" { words.removeFirst() }
    guard let word = words.first else {
      self = .workbench([])
      return
    }
    if words.count == 1, SectionID(word: word) != nil {
      self = .workbench(words)
      return
    }
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
      throw .notAdmitted(word: isFamily ? pair : word)
    }
    try command.check(Array(words.dropFirst(command.name == word ? 1 : 2)))
    self = .command(words)
  }
}
