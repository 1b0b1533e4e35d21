extension GateRefusal {
  /// What was refused and what to do instead, in one line.
  var words: String {
    switch self {
    case .notUnicode: "the command is not UTF-8; set your terminal to UTF-8 and type it again"
    case .tooLong:
      "the command is longer than \(CommandWords.longest / 1024) KiB or \(CommandWords.most) words; "
        + "send many changes with apply -"
    case .controlCharacter(let scalar):
      "the command holds the control character U+\(Self.hex(scalar)); take it out"
    case .shellSign(let sign):
      "there is no shell here, so “\(sign)” has no meaning; put it in quotes if it belongs to a text"
    case .openQuote: "a quote in the command is never closed; close it"
    case .notAdmitted(let word):
      "“\(Self.clipped(word))” cannot be done over SSH; these can: "
        + AdmittedCommand.all.map(\.name).joined(separator: ", ")
    case .sectionTakesNothing(let section, let word):
      "“\(section)” opens the workbench, or prints it with --plain, and takes no "
        + "“\(Self.clipped(word))” over SSH; leave it out"
    case .keptOut(let word, let why):
      "“\(word)” cannot be done over SSH: \(why); ssh HOST help shows what can"
    case .path(let word):
      "“\(Self.clipped(word))” looks like the path of a file, and nothing over SSH reads or writes "
        + "one; name a document by its id, code, login or name"
    case .optionNotAdmitted(let option, let command):
      "\(command) takes no “\(Self.clipped(option))” over SSH; ssh HOST \(command) --help shows "
        + "what it takes, but for files and stores"
    case .noValue(let option, let command): "\(command) wants a value after \(option)"
    case .onlyInput(let option, let command):
      "\(command) reads and writes no files over SSH; send yours with "
        + "\(option == "FILE" ? "" : "\(option) ")- as in ssh HOST \(command) … - < FILE"
    case .wordsDoNotFit(let command, let found):
      "\(command) does not take \(found) \(found == 1 ? "word" : "words"); put quotes around those "
        + "that belong together"
    case .noAssignment(let word, let command):
      "\(command): “\(Self.clipped(word))” is no FIELD=VALUE; put quotes around a value with spaces"
    }
  }

  static func clipped(_ text: String) -> String {
    let visible = TerminalText.visible(text, keepsLines: false)
    return visible.count > 40 ? visible.prefix(40) + "…" : visible
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
