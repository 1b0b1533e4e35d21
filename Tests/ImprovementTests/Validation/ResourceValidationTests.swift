import Improvement
import JSONTree
import TestSupport
import Testing

@Suite("What a resource may say") struct ResourceValidationTests {
  private static let resource = ValidationTests.document(
    .resource, ["title": "Warm blanket", "kind": "change-idea"])

  private func findings(_ path: JSONPath, _ value: JSON) -> [Finding] {
    var tree = Self.resource
    tree[path] = value
    return Validation.findings(in: tree, type: .resource)
  }

  @Test(
    "a file lies below the store's own folder, or on the web",
    arguments: [
      "card.pdf", "cards/card.pdf", "a..b.pdf", "..pdf", "Karte für Kinder.pdf",
      "https://example.org/card.pdf",
    ])
  func within(name: String) {
    #expect(findings("attachments", [.string(name)]).isEmpty)
  }

  @Test(
    "a file that leaves the store is named and refused",
    arguments: [
      "../card.pdf", "cards/../../card.pdf", "..", "/etc/passwd", "//host/card", "~/card.pdf",
      "cards//card.pdf", "./card.pdf", "cards/", "c:\\card.pdf", "..\\card.pdf", "card\u{0}.pdf",
      "file:///etc/passwd", "..\u{301}/../card", "card\u{202E}fdp.exe", "a\n/b",
    ])
  func outside(name: String) {
    let found = findings("attachments", ["card.pdf", .string(name)])
    #expect(found.count == 1)
    #expect(found.first?.path == "attachments.1")
  }

  @Test(
    "a link with a sign that nobody sees is refused wherever it stands",
    arguments: [
      ("citations.0", "https://example.org/\u{1B}[31mpaper"), ("citations.0", "Smith\u{7}, 2019"),
      ("plainSummary", "See https://exa\u{0}mple.org."),
      ("description", "One\nwww.exa\u{202E}mple.org\nTwo"),
      ("derivedFrom.0.whatChanged", "ht\u{200F}tps://example.org"),
      ("steps.0", "Write to mailto:\u{85}a@example.org"), ("licence", "http://\u{2066}x"),
    ] as [(JSONPath, String)])
  func unseen(path: JSONPath, text: String) {
    var tree = Self.resource
    tree["citations"] = ["A book"]
    tree["steps"] = ["A step"]
    tree["derivedFrom"] = [["resource": .string(ValidationTests.other)]]
    tree[path] = .string(text)
    let found = Validation.findings(in: tree, type: .resource)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.path == path)
    #expect(found.first?.description.contains("U+") == true)
  }

  @Test("lines, tabs and any language are no secret")
  func seen() {
    #expect(findings("description", "One\n\tTwo: https://example.org/ü?a=1#b\r\nثلاثة").isEmpty)
    #expect(findings("citations", ["Schaffzin 2015\nhttps://example.org"]).isEmpty)
  }

  @Test("no JSON at all ends the check in another way than with findings", arguments: 0..<8)
  func anything(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let names = DocumentType.resource.table.fields.compactMap(\.path.steps.first)
    func value(_ depth: Int) -> JSON {
      switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &generator) {
      case 0: return .null
      case 1: return .bool(Bool.random(using: &generator))
      case 2: return JSON(Int.random(in: -2...99, using: &generator))
      case 3:
        return .string(
          ["../x", "https://\u{1}", "", ValidationTests.id, "é\u{301}"][
            Int.random(in: 0..<5, using: &generator)])
      case 4: return .string(ValidationTests.id)
      case 5:
        return .array((0..<Int.random(in: 0...3, using: &generator)).map { _ in value(depth + 1) })
      default:
        var tree: JSON = [:]
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
          tree[names.randomElement(using: &generator) ?? ""] = value(depth + 1)
        }
        return tree
      }
    }
    for _ in 0..<400 {
      var tree = Self.resource
      for _ in 0..<4 { tree[names.randomElement(using: &generator) ?? ""] = value(0) }
      let first = Validation.findings(in: tree, type: .resource)
      #expect(first == Validation.findings(in: tree, type: .resource))
    }
  }

  @Test(
    "a citation leads to a page, names a source or is plain words",
    arguments: [
      "https://example.org/a?b=c", "HTTP://example.org", "doi:10.1000/182", "PMID:12345",
      "Smith J: Warm patients. BMJ 2019;366:l4363", "see (https://example.org)",
    ])
  func goodCitation(_ text: String) {
    #expect(findings("citations", [.string(text)]).isEmpty)
  }

  @Test(
    "a citation that would do something where it is followed is refused",
    arguments: [
      "javascript:alert(1)", "see (JavaScript:alert(1))", "data:text/html,x", "file:///etc/passwd",
      "ftp://example.org",
    ])
  func strangeCitation(_ text: String) {
    let found = findings("citations", [.string(text)])
    #expect(found.map(\.path) == ["citations.0"])
  }
}
