/// Puts words in the order in which they are parsed: the command, the options every command knows,
/// the rest as it was typed.
struct ArgumentOrder {
  /// The first word that is no option: a command or a section.
  let word: String?
  /// Whether anything but global options stands with that word.
  let isWordAlone: Bool
  /// Whether there is nothing but such a word and global options, each with its value.
  let isBare: Bool
  /// The global options with their values, as they were typed.
  let globals: [String]
  let arguments: [String]

  init(_ typed: [String]) {
    var globals: [String] = []
    var rest: [String] = []
    var incomplete: [String] = []
    var index = 0
    while index < typed.count {
      let argument = typed[index]
      index += 1
      if argument == "--" {
        rest += typed[(index - 1)...]
        break
      }
      let option = GlobalOptions.names.first {
        argument == $0.name || ($0.takesValue && argument.hasPrefix("\($0.name)="))
      }
      guard let option else {
        rest.append(argument)
        continue
      }
      if !option.takesValue || argument.contains("=") {
        globals.append(argument)
      } else if index < typed.count {
        globals += [argument, typed[index]]
        index += 1
      } else {
        incomplete.append(argument)
      }
    }
    self.globals = globals
    guard let first = rest.firstIndex(where: { !$0.hasPrefix("-") }) else {
      word = nil
      isWordAlone = true
      isBare = rest.isEmpty && incomplete.isEmpty
      arguments = globals + rest + incomplete
      return
    }
    let command = rest.remove(at: first)
    word = command
    isWordAlone = rest.isEmpty && incomplete.isEmpty
    isBare = isWordAlone
    if command == "log" { rest = Self.optionsFirst(rest) }
    // The options belong to the further word, where a command has some.
    let further = rest.prefix(1)
    if [MemberCommand.configuration.commandName, RosterCommand.configuration.commandName]
      .contains(command)
    {
      arguments = [command] + rest + globals + incomplete
    } else if command == CommonsCommand.configuration.commandName, let second = further.first,
      CommonsCommand.has(second)
    {
      arguments = [command, second] + globals + rest.dropFirst() + incomplete
    } else {
      arguments = [command] + globals + rest + incomplete
    }
  }

  /// A number may be negative without being taken for an option: `huddle log … -3`.
  private static func optionsFirst(_ words: [String]) -> [String] {
    var options: [String] = []
    var values: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--" {
        values += words[index...]
        break
      }
      if word == "--note", index < words.count {
        options += [word, words[index]]
        index += 1
      } else if word.hasPrefix("-"), word.count > 1, !isNumber(word) {
        options.append(word)
      } else {
        values.append(word)
      }
    }
    return options + ["--"] + values
  }

  private static func isNumber(_ word: String) -> Bool {
    word.dropFirst().first.map { $0.isNumber || $0 == "." } ?? false
  }
}
