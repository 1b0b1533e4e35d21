import Foundation
import JSONTree
import Testing

@testable import DocumentStore

@Suite struct DoctorTests {
  private func place(_ number: Int) -> String { "shared/members/\(Scratch.id(number)).json" }

  /// Three members, a cycle, a series, and one in the trash.
  private func prepared() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(
      .add(Scratch.member(1)), .add(Scratch.member(2)), .add(Scratch.member(3)),
      .add(Scratch.cycle(4)), .add(Scratch.series(measure: 5)), .add(Scratch.member(6)))
    try store.commit(.trash(Scratch.id(6), expecting: nil))
    return scratch
  }

  private func kinds(_ scratch: Scratch) throws -> [String] {
    try scratch.open().examine().findings.map(\.problem.kind)
  }

  @Test("a sound store has no findings, and everything in it is counted")
  func sound() throws {
    let scratch = try prepared()
    let report = try scratch.open().examine()
    #expect(report.findings.isEmpty && report.isSound)
    #expect(report.documents == 5 && report.journalLines == 2)
  }

  @Test("looking changes nothing, not even where there is something to repair")
  func onlyLooks() throws {
    let scratch = try prepared()
    try scratch.write("{", to: place(1))
    let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted()
    _ = try scratch.open().examine()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted() == before)
    #expect(scratch.bytes(place(1)) == Array("{".utf8))
  }

  @Test("everything that can be wrong is found, with its place and as damage or not")
  func findings() throws {
    let id = Scratch.id(9)
    let site = Scratch.id(900)
    let cycle = Scratch.cycle(4).canonicalText
    let cases: [(place: String, text: String, kind: String, isDamage: Bool)] = [
      (place(1), "{\"id\":", "damaged", true),
      (place(1), Scratch.member(2).canonicalText, "damaged", true),
      ("shared/cycles/\(Scratch.id(4)).json", cycle, "same-id", true),
      ("sites/\(site)/cycles/\(Scratch.id(4)).json~", cycle, "no-document", false),
      ("sites/\(site)/strange/file", "x", "no-document", false),
      ("sites/readme.txt", "x", "no-document", false),
      ("trash/\(id).json", "{}", "damaged-trash", true),
      ("trash/notes.txt", "x", "no-document", false),
      ("journal/\(id)/2026-03.jsonl", "{\"id\":\"\n", "torn-line", false),
      ("journal/\(id)/2026-03.jsonl", "{\"id\":\"a\"", "torn-line", false),
      ("journal/\(id)/2026-03.jsonl", "nonsense\n", "unreadable-line", true),
      ("journal/\(id)/2026-03.jsonl", "{}\n", "unreadable-line", true),
      (".store/intent/\(id).ok", "{", "unreadable-intent", true),
      (".store/tmp/\(id).json", "x", "left-behind", false),
      (".store/.\(id).tmp", "x", "left-behind", false),
      (
        place(9),
        Scratch.member(9, more: [("schema", 99)]).canonicalText, "newer", false
      ),
    ]
    for (place, text, kind, isDamage) in cases {
      let scratch = try prepared()
      try scratch.write(text, to: place)
      let report = try scratch.open().examine()
      let finding = report.findings.first
      #expect(report.findings.map(\.problem.kind) == [kind], "\(place)")
      #expect(report.isSound == !isDamage, "\(kind)")
      let isOneOfTwo = kind == "same-id"
      #expect(
        isOneOfTwo || finding.map { place.hasPrefix($0.place) } == true,
        "\(kind): \(finding?.place ?? "nowhere")")
    }
  }

  @Test("an id at two places names both, whatever their types are")
  func sameID() throws {
    let scratch = try prepared()
    var tree = Scratch.cycle(1)
    tree["site"] = nil
    try scratch.write(tree.canonicalText, to: "shared/cycles/\(Scratch.id(1)).json")
    let finding = try #require(try scratch.open().examine().findings.first)
    #expect(finding.problem == .sameID(otherPlace: "shared/cycles/\(Scratch.id(1)).json"))
    #expect(finding.place == place(1))
  }

  @Test("links are told and never followed", arguments: ["shared/x", "sites/x", "trash/x.json"])
  func links(place: String) throws {
    let scratch = try prepared()
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/\(place)", withDestinationPath: "/etc")
    #expect(try kinds(scratch) == ["not-followed"])
  }

  @Test(
    "a link or a file in place of what a store is made of is damage",
    arguments: ["shared", "sites", "trash", ".store/tmp", ".store/undo", ".store/git"])
  func skeleton(path: String) throws {
    let scratch = try prepared()
    let full = "\(scratch.path)/\(path)"
    try? FileManager.default.moveItem(atPath: full, toPath: "\(scratch.path)-aside")
    defer { try? FileManager.default.removeItem(atPath: "\(scratch.path)-aside") }
    let store = try scratch.open()
    try FileManager.default.createSymbolicLink(atPath: full, withDestinationPath: "/tmp")
    var found = try store.examine().findings.filter { $0.place == path }
    #expect(found.map(\.problem) == [.notFollowed])
    try FileManager.default.removeItem(atPath: full)
    try scratch.write("", to: path)
    found = try store.examine().findings.filter { $0.place == path }
    #expect(found.map(\.problem) == [.misplaced] && found[0].problem.isDamage)
  }

  @Test("a link in a document's place is damage")
  func linkedDocument() throws {
    let scratch = try prepared()
    try FileManager.default.removeItem(atPath: "\(scratch.path)/\(place(1))")
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/\(place(1))", withDestinationPath: "/etc/passwd")
    #expect(try scratch.open().examine().findings.map(\.problem) == [.damaged(.notAFile)])
  }

  @Test("a name of what is not there is worth a look, and it says where that is")
  func references() throws {
    let scratch = try prepared()
    var schemas = Scratch.schemas
    schemas[0].references = ["friends", "mentor"]
    let tree = Scratch.member(
      7,
      more: [
        ("friends", [.string(Scratch.id(1)), .string(Scratch.id(6))]),
        ("mentor", .string(Scratch.id(77))),
      ])
    try scratch.open().commit(.add(tree))
    let report = try DocumentStore.open(at: scratch.path, schemas: schemas).examine()
    #expect(
      Set(report.findings.map(\.problem)) == [
        .missingReference(field: "friends", to: Scratch.id(6), isInTrash: true),
        .missingReference(field: "mentor", to: Scratch.id(77), isInTrash: false),
      ])
    #expect(report.isSound)
  }

  @Test("what a type's own rules say against a document is damage")
  func unsound() throws {
    let scratch = try prepared()
    let report = try scratch.open().examine { $0.id == Scratch.id(2) ? ["name is missing"] : [] }
    #expect(
      report.findings == [
        CheckFinding(place: place(2), id: Scratch.id(2), problem: .unsound("name is missing"))
      ])
    #expect(!report.isSound)
  }

  @Test("rights that keep others out, and drafts that let others in, are found and put right")
  func rights() throws {
    let scratch = try prepared()
    try scratch.open().saveDraft(["a": 1], name: "add-cycle", member: "ada")
    let members = "\(scratch.path)/.store/members/ada"
    chmod("\(scratch.path)/\(place(1))", 0o600)
    chmod(members, 0o755)
    let store = try scratch.open()
    let report = try store.examine()
    #expect(report.findings.map(\.problem.kind) == ["wide-rights", "narrow-rights"])
    let repairs = try store.repair(report, by: "ada", at: Scratch.noon)
    #expect(repairs == [.rights(place: ".store/members/ada"), .rights(place: place(1))])
    #expect(try scratch.open().examine().findings.isEmpty)
    #expect(try scratch.mode(place(1)) == 0o644 && scratch.mode(".store/members/ada") == 0o700)
  }

  @Test("a damaged document comes back where a good version is left, and the broken bytes stay")
  func broughtBack() throws {
    let scratch = try prepared()
    let good = Scratch.member(1, name: "Latest")
    try scratch.open().commit(.replace(Scratch.id(1), with: good, expecting: nil))
    let names = [ULID().text, ULID().text]
    try scratch.write(good.canonicalText, to: ".store/tmp/\(names[0]).old")
    try scratch.write(Scratch.member(1).canonicalText, to: ".store/tmp/\(names[1]).old")
    try scratch.write("{broken", to: place(1))
    let store = try scratch.open()
    let repairs = try store.repair(store.examine(), by: "ada", at: Scratch.noon)
    #expect(try store.document(Scratch.id(1)).tree == good)
    let kept = try #require(scratch.names(".store/quarantine").first)
    #expect(scratch.bytes(".store/quarantine/\(kept)") == Array("{broken".utf8))
    #expect(
      repairs.contains(.broughtBack(place: place(1), quarantine: ".store/quarantine/\(kept)")))
    #expect(try store.journalEntries().last?.verb == "repair:member")
    #expect(try scratch.open().examine().findings.isEmpty)
  }

  @Test("what this host saved last comes back, even after several changes")
  func savedLast() throws {
    let scratch = try prepared()
    for name in ["B", "C", "D"] {
      try scratch.open().commit(
        .replace(Scratch.id(1), with: Scratch.member(1, name: name), expecting: nil))
    }
    let saved = try #require(scratch.bytes(place(1)))
    try scratch.write("{broken", to: place(1))
    let store = try scratch.open()
    #expect(try store.repair(store.examine(), by: "ada", at: Scratch.noon).count == 1)
    #expect(scratch.bytes(place(1)) == saved)
  }

  @Test("a damaged document of which no good version is known stays where it is")
  func leftWhereItIs() throws {
    let scratch = try prepared()
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/undo")
    try scratch.write("{broken", to: place(1))
    let store = try scratch.open()
    #expect(try store.repair(store.examine(), by: "ada", at: Scratch.noon).isEmpty)
    #expect(scratch.bytes(place(1)) == Array("{broken".utf8))
    #expect(scratch.names(".store/quarantine").isEmpty)
  }

  @Test("what was repaired meanwhile is not repaired again")
  func repairedMeanwhile() throws {
    let scratch = try prepared()
    try scratch.write(
      Scratch.member(1, name: "Old").canonicalText, to: ".store/tmp/\(ULID().text).old")
    try scratch.write("{broken", to: place(1))
    let store = try scratch.open()
    let report = try store.examine()
    let now = Scratch.member(1, name: "By hand").canonicalText
    try scratch.write(now, to: place(1))
    _ = try store.repair(report, by: "ada", at: Scratch.noon)
    #expect(scratch.bytes(place(1)) == Array(now.utf8))
  }

  @Test("a repair that fails at any step leaves the broken or the good document, and goes on")
  func failingRepair() throws {
    func broken() throws -> Scratch {
      let scratch = try prepared()
      try scratch.write(
        Scratch.member(1).canonicalText, to: ".store/tmp/\(ULID().text).old")
      try scratch.write("{broken", to: place(1))
      return scratch
    }
    let counter = FailingFileSystem(call: .max, isLasting: false)
    let reference = try broken()
    let store = try reference.open(counter.files)
    _ = try store.repair(store.examine(), by: "ada", at: Scratch.noon)
    #expect(counter.count > 8)
    for call in 1...counter.count {
      let scratch = try broken()
      let failing = try scratch.open(FailingFileSystem(call: call, isLasting: true).files)
      _ = try? failing.repair(failing.examine(), by: "ada", at: Scratch.noon)
      let bytes = scratch.bytes(place(1))
      #expect(
        bytes == Array("{broken".utf8) || bytes == Scratch.member(1).canonicalBytes, "\(call)")
      let store = try scratch.open()
      _ = try store.repair(store.examine(), by: "ada", at: Scratch.noon)
      #expect(try store.document(Scratch.id(1)).tree == Scratch.member(1), "\(call)")
    }
  }
}
