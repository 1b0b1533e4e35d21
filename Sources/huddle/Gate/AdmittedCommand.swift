/// A command that may be given over SSH, with exactly what may be said with it.
///
/// None of them reads or writes a file of the computer that huddle runs on: results go to the
/// standard output, and what is to be read comes from the standard input.
struct AdmittedCommand: Sendable {
  /// What may stand after an option.
  enum Value: Sendable {
    case none
    case text
    /// What names a document, and never a path.
    case name
    /// Only `-`: the standard input.
    case input
  }

  /// What the words that are no options must be.
  enum Shape: Sendable {
    case anything
    /// The first so many name documents or types, and never a path.
    case names(Int)
    /// `FIELD=VALUE`, but for the first, which names a document or a type.
    case assignments
    /// Only `-`: the standard input.
    case input
  }

  /// One word, or two of a command with commands beneath it.
  var name: String
  var words: ClosedRange<Int> = 0...0
  var shape = Shape.names(.max)
  var options: [String: Value] = [:]
  /// What the command takes elsewhere and not over SSH.
  var keptOut: Set<String> = []
}

extension AdmittedCommand {
  /// Refuses everything that is not said to be admitted.
  func check(_ arguments: [String]) throws(GateRefusal) {
    if arguments == ["--help"] || arguments == ["-h"] { return }
    var plain: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard Self.isOption(argument) else {
        plain.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = String(parts[0])
      guard let value = options[option] else {
        throw .optionNotAdmitted(option: option, command: name)
      }
      if case .none = value {
        if parts.count > 1 { throw .optionNotAdmitted(option: argument, command: name) }
        continue
      }
      var given = parts.count > 1 ? String(parts[1]) : nil
      if given == nil, index < arguments.count {
        given = arguments[index]
        index += 1
      }
      guard let given, !given.hasPrefix("--") else { throw .noValue(option: option, command: name) }
      if case .input = value, given != "-" { throw .onlyInput(option: option, command: name) }
      if case .name = value { try Self.checkName(given) }
    }
    try checkWords(plain)
  }

  private func checkWords(_ plain: [String]) throws(GateRefusal) {
    guard words.contains(plain.count) else {
      throw .wordsDoNotFit(command: name, found: plain.count)
    }
    switch shape {
    case .anything: break
    case .names(let count): for word in plain.prefix(count) { try Self.checkName(word) }
    case .input: if plain != ["-"] { throw .onlyInput(option: "FILE", command: name) }
    case .assignments:
      for word in plain.prefix(1) { try Self.checkName(word) }
      for word in plain.dropFirst() where !word.contains("=") || word.hasPrefix("=") {
        throw .noAssignment(word: word, command: name)
      }
    }
  }

  /// `-` alone and negative numbers are words.
  private static func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), let second = argument.dropFirst().first else { return false }
    return !second.isASCII || !(second.isNumber || second == ".")
  }

  /// Nothing over SSH is looked for along a path, so whoever says one means something else.
  private static func checkName(_ word: String) throws(GateRefusal) {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard word.hasPrefix("/") || word.hasPrefix("~") || parts.contains("..") || parts.contains(".")
    else { return }
    throw .path(word)
  }
}
