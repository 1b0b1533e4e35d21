import JSONTree
import SimulatedDisk
import Testing

@Suite(
  "System calls",
  .enabled(if: HuddleSandbox.canTrace, "strace is not installed: no call is looked at"))
struct SystemCallTests {
  /// What cannot fail in a way that matters: the store does not ask what closing came to, and the
  /// program's own start names the store among its words.
  private static let harmless: Set<String> = ["close", "execve"]

  private static let beginnings = [
    ["init", "--name", "Safer Surgery"],
    ["add", "site", "name=Riverside", "code=riverside", "kind=hospital"],
    [
      "add", "measure", "name=Wound infections", "kind=outcome", "dataKind=proportion",
      "multiplier=100", "direction=decrease",
    ],
  ]

  /// Runs the program and says which of its calls touch the store's folder.
  private func trace(_ words: [String], _ sandbox: HuddleSandbox) throws -> Set<String> {
    let log = "\(sandbox.folder)/calls"
    let run = try sandbox.run(
      ["strace", "-f", "-qq", "-y", "-e", "trace=file,desc", "-o", log, HuddleSandbox.program]
        + words)
    #expect(run.code == 0, "\(words): \(run.errors)")
    let lines = try HuddleSandbox.text(of: log).split(separator: "\n")
    // What git does in a repository of its own, whose loss costs no document, is git's.
    func process(_ line: Substring) -> Substring { line.prefix { $0.isNumber } }
    let gits = Set(lines.filter { $0.contains("/git\", [") }.map(process))
    let own = lines.filter { $0.contains(sandbox.store) && !gits.contains(process($0)) }
    let calls = own.compactMap { line in
      line.drop { $0.isNumber || $0 == " " }.split(separator: "(").first.map(String.init)
    }
    return Set(calls.filter { !$0.hasPrefix("<") })
  }

  @Test("no command makes a call on the store that no fault reaches")
  func covered() throws {
    let covered = SystemCall.allCases.reduce(into: Self.harmless) { $0.formUnion($1.kernelNames) }
    let sandbox = try HuddleSandbox()
    var seen: Set<String> = []
    func expectCovered(_ words: [String]) throws {
      let calls = try trace(words, sandbox)
      #expect(calls.isSubset(of: covered), "\(words): \(calls.subtracting(covered).sorted())")
      seen.formUnion(calls)
    }
    for words in Self.beginnings { try expectCovered(words) }
    let id = "01hf7yat05003g000000000005"
    let need = try sandbox.file(
      "need.json", #"{"id": "\#(id)", "title": "A wish", "category": "information"}"#)
    for words in [
      ["add", "need", "--json", need], ["set", id, "title=Another wish"], ["undo"], ["redo"],
      ["log", "wound-infections", "riverside", "2026-03", "2/118"], ["remove", id],
      ["restore", id], ["list", "need", "--search", "wish"], ["show", id], ["history", id],
      ["doctor", "--repair"], ["backup", "\(sandbox.folder)/b.tar"],
      ["withdraw", id, "--reason", "named a patient"], ["doctor"],
      ["restore-backup", "\(sandbox.folder)/b.tar", "--store", "\(sandbox.store)-2"],
    ] {
      try expectCovered(words)
    }
    // What a save is made of must have been seen, or the trace shows nothing.
    #expect(
      seen.isSuperset(of: [
        "openat", "write", "fsync", "renameat", "linkat", "unlinkat", "flock", "mkdirat",
      ]))
  }

  @Test(
    "a call of the real program that fails, or at which it is killed, loses nothing",
    arguments: ["fsync", "renameat", "write", "openat", "unlinkat"],
    ["error=EIO", "error=ENOSPC", "signal=KILL"])
  func injected(call: String, fault: String) throws {
    let sandbox = try HuddleSandbox()
    for words in Self.beginnings { try sandbox.huddle(words) }
    var answered: Set<String> = []
    var asked: Set<String> = []
    for count in 1...4 {
      let id = "01hf7yat0\(count)003g00000000000\(count)"
      let need = try sandbox.file(
        "need.json", #"{"id": "\#(id)", "title": "Wish \#(count)", "category": "information"}"#)
      asked.insert(id)
      // Only calls on the store's own folder are counted.
      let run = try sandbox.run(
        [
          "strace", "-f", "-qq", "-o", "\(sandbox.folder)/calls", "-P", sandbox.store,
          "-P", "\(sandbox.store)/.store", "-P", "\(sandbox.store)/.store/tmp",
          "-P", "\(sandbox.store)/shared/needs", "-e", "trace=\(call)",
          "-e", "inject=\(call):\(fault):when=\(count)", HuddleSandbox.program,
          "add", "need", "--json", need,
        ])
      if run.code == 0 { answered.insert(id) }
    }
    let doctor = try sandbox.huddle("doctor")
    #expect(doctor.code == 0, "\(doctor)")
    let list = try sandbox.huddle("list", "need", "--json")
    for id in answered { #expect(list.output.contains(id), "\(call) \(fault): \(id) is lost") }
    #expect(try sandbox.huddle("add", "need", "title=After", "category=information").code == 0)
  }
}
