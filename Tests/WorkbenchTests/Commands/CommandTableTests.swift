import Improvement
import TestSupport
import Testing

@testable import Workbench

@Suite("The command table") struct CommandTableTests {
  @Test("no two commands want the same key in the same place")
  func clashes() {
    #expect(Keymap.standard.clashes.map { "\($0.0): \($0.1), \($0.2)" } == [])
  }

  @Test("ids and aliases name one command in a place")
  func names() {
    for context in Command.Context.allCases {
      for section in SectionID.allCases {
        for document in [nil] + DocumentType.allCases.map(Optional.some) {
          let names = CommandTable.all.filter {
            $0.belongs(to: context, in: section, about: document)
          }.flatMap { [$0.id] + $0.aliases }
          #expect(Set(names).count == names.count, "\(context) in \(section): \(names.sorted())")
        }
      }
    }
  }

  @Test("a key reads back from its own name")
  func keystrokes() {
    for stroke in CommandTable.all.flatMap(\.keys) {
      #expect(Keystroke(named: stroke.description) == stroke)
    }
  }

  @Test("the README's key table is the command table's")
  func documentation() throws {
    try expectGenerated(CommandTable.markdown, named: "keys", in: "README.md")
  }
}
