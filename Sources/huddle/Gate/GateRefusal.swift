/// Why the gate does not do what somebody asked for over SSH.
enum GateRefusal: Error, Hashable {
  // What was sent
  case notUnicode
  case tooLong
  case controlCharacter(Unicode.Scalar)
  case shellSign(Unicode.Scalar)
  case openQuote

  // What was meant
  case notAdmitted(word: String)
  /// Something besides `--plain` behind a section that is no command as well.
  case sectionTakesNothing(section: String, word: String)
  case optionNotAdmitted(option: String, command: String)
  case noValue(option: String, command: String)
  /// The option takes only what comes from the standard input, which `-` stands for.
  case onlyInput(option: String, command: String)
  case keptOut(word: String, why: String)
  /// Something that looks like the path of a file where a document is to be named.
  case path(String)
  case wordsDoNotFit(command: String, found: Int)
  case noAssignment(word: String, command: String)
}
