import ArgumentParser
import Testing

@testable import huddle

@Suite("The list of what can be given over SSH") struct AdmittedCommandTests {
  /// Every command without others beneath it, by its words.
  private static func leaves(
    _ command: any ParsableCommand.Type = Huddle.self, _ words: [String] = []
  ) -> [String] {
    let beneath = command.configuration.subcommands
    guard !beneath.isEmpty else { return [words.joined(separator: " ")] }
    return beneath.flatMap { leaves($0, words + [$0.configuration.commandName ?? ""]) }
  }

  @Test("every command of huddle is either on it or kept out with a reason, and nothing else is")
  func complete() {
    let admitted = AdmittedCommand.all.map(\.name)
    #expect(Set(admitted).count == admitted.count)
    #expect(Set(admitted).isDisjoint(with: AdmittedCommand.keptOut.keys))
    let decided = (admitted + AdmittedCommand.keptOut.keys).sorted()
    #expect(
      Self.leaves().sorted() == decided,
      "decide in AdmittedCommand+Table.swift what may be done over SSH")
    for why in AdmittedCommand.keptOut.values { #expect(!why.isEmpty) }
  }

  @Test("every option of what is on it is either admitted or kept out")
  func options() throws {
    let everywhere = Set(GlobalOptions.names.map(\.name) + ["-h", "--help"])
    for admitted in AdmittedCommand.all {
      let command = try #require(Huddle.command(admitted.name))
      let options = Self.options(of: command).subtracting(everywhere)
      #expect(
        options == Set(admitted.options.keys).union(admitted.keptOut),
        "\(admitted.name): decide in AdmittedCommand+Table.swift")
      #expect(admitted.keptOut.isDisjoint(with: admitted.options.keys))
    }
  }

  /// As the help lists them, each at the beginning of a line.
  private static func options(of command: any ParsableCommand.Type) -> Set<String> {
    let help = command.helpMessage(columns: 400)
    let list = help.components(behind: "OPTIONS:")
    return Set(
      list.split(separator: "\n").filter { $0.hasPrefix("  -") && !$0.hasPrefix("   ") }
        .flatMap { line in
          line.split(separator: "  ").first.map { names in
            names.split { " ,/".contains($0) }.filter { $0.hasPrefix("-") }.map(String.init)
          } ?? []
        })
  }
}

extension String {
  fileprivate func components(behind heading: String) -> String {
    firstRange(of: heading).map { String(self[$0.upperBound...]) } ?? ""
  }
}
