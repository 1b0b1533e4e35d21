import Workbench

/// What somebody who came in over SSH wants: the workbench, or one command of an exact list.
enum GateWish: Hashable {
  case workbench([String])
  case command([String])

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
    guard let command = AdmittedCommand.all.first(where: { $0.name == word }) else {
      throw .notAdmitted(word: word)
    }
    try command.check(Array(words.dropFirst()))
    self = .command(words)
  }
}
