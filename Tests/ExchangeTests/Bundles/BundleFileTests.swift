import Collaborative
import Exchange
import JSONTree
import TestSupport
import Testing

@Suite("Bundles as files") struct BundleFileTests {
  private static let pieces = [
    "Fetch", "a blanket", " ", "\n", "\n\n", "---", "# Steps", "## Steps", "\\", "1. ", "- ", "   ",
    "\r", "\t", "\u{0}", "é", "e\u{301}", "\u{301}", "\"", "'", ":", "{", "]", "\u{2028}", "😀", "|",
  ]

  private func text(_ generator: inout SeededGenerator) -> JSON {
    .string(
      (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }.joined())
  }

  private func resource(_ generator: inout SeededGenerator) -> JSON {
    var tree: JSON = ["type": "resource", "title": "Warm blanket", "kind": "change-idea"]
    for name in ["plainSummary", "description", "howToStartSmall", "whatToAvoid"]
    where Bool.random(using: &generator) {
      tree[name] = text(&generator)
    }
    for name in ["steps", "tags", "audience", "by"] where Bool.random(using: &generator) {
      tree[name] = .array(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(&generator) })
    }
    if Bool.random(using: &generator) { tree["version"] = 3 }
    if Bool.random(using: &generator) { tree["huddle"] = text(&generator) }
    if Bool.random(using: &generator) { tree["not a plain: name"] = [1, ["a": .null]] }
    return tree
  }

  @Test(
    "whatever a resource says comes back from Markdown and from JSON to the byte", arguments: 0..<10
  )
  func roundTrip(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let documents = (0...Int.random(in: 0...2, using: &generator)).map { _ in
        resource(&generator)
      }
      // Some of these texts hide a sign in what looks like a link; those are refused beforehand.
      guard let bundle = try? ResourceBundle(documents) else { continue }
      let markdown = BundleFile.markdown(bundle)
      let back = try BundleFile.read(Array(markdown.utf8))
      #expect(
        back.resources.map(\.canonicalText) == bundle.resources.map(\.canonicalText), "\(markdown)")
      #expect(try BundleFile.read(Array(BundleFile.json(bundle).utf8)) == bundle)
    }
  }

  @Test("what a person writes by hand is understood")
  func byHand() throws {
    let text = """
      ---
      # a remark
      title: Warm blanket
      kind: change-idea
      tags: ssi, theatre
      audience:
        - nurses
        - "patients, too"
      version: 2
      ---

      One warm blanket for everybody.

      ## steps
      1. Fetch a blanket.
      2. Warm it,
         for an hour.
      - Cover.

      ## What we saw
      Fewer shivers.

      ## What to avoid

      Cold corridors.
      """.replacing("\n", with: "\r\n")
    let tree = try #require(try BundleFile.read(Array(text.utf8)).resources.first)
    #expect(tree["title"] == "Warm blanket")
    #expect(tree["tags"] == ["ssi", "theatre"])
    #expect(tree["audience"] == ["nurses", "patients, too"])
    #expect(tree["version"] == 2)
    #expect(tree["plainSummary"] == "One warm blanket for everybody.")
    #expect(tree["steps"] == ["Fetch a blanket.", "Warm it,\nfor an hour.", "Cover."])
    #expect(tree["description"] == "## What we saw\nFewer shivers.")
    #expect(tree["whatToAvoid"] == "Cold corridors.")
  }

  @Test(
    "a file that is none is refused with what to do",
    arguments: [
      ("", "front matter"), ("Just words", "front matter"),
      ("---\ntitle: x\n", "line 1: the front"),
      ("---\nno field\n---\n", "line 2: “no field”"), ("{", "line 1"),
      ("{\"a\": 1}", "no bundle of resources"),
      ("{\"huddleBundle\": 2, \"documents\": []}", "has format 2"),
      ("{\"huddleBundle\": 1, \"documents\": []}", "holds no resource"),
      ("---\nhuddle: member\nname: Pat\n---\n", "of the type “member”"),
      ("---\nhuddle: resource\nformat: 7\n---\n", "has format 7"),
    ])
  func refused(text: String, words: String) {
    #expect { try BundleFile.read(Array(text.utf8)) } throws: { "\($0)".contains(words) }
  }

  @Test("bytes that are not UTF-8 are refused")
  func notUTF8() {
    #expect(throws: BundleError.notUTF8) { try BundleFile.read([45, 45, 45, 10, 0xFF]) }
  }
}
