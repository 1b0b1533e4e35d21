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
  /// What is no global option, without the first word.
  private let rest: [String]
  /// A last global option whose value is missing.
  private let incomplete: [String]

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
    let first = rest.firstIndex { !$0.hasPrefix("-") }
    word = first.map { rest.remove(at: $0) }
    isBare = rest.isEmpty && incomplete.isEmpty
    isWordAlone = word == nil || isBare
    (self.globals, self.rest, self.incomplete) = (globals, rest, incomplete)
  }

  /// All words, put in order for the parser.
  var arguments: [String] {
    guard let word else { return globals + rest + incomplete }
    let rest = word == "log" ? Self.optionsFirst(rest) : rest
    // The options belong to the further word, where a command has some.
    if [MemberCommand.configuration.commandName, RosterCommand.configuration.commandName]
      .contains(word)
    {
      return [word] + rest + globals + incomplete
    }
    if word == CommonsCommand.configuration.commandName, let second = rest.first,
      CommonsCommand.has(second)
    {
      return [word, second] + globals + rest.dropFirst() + incomplete
    }
    return [word] + globals + rest + incomplete
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
