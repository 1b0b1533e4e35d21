import Foundation
import TestSupport
import Testing

/// What others wrote can hold anything; nothing of it may command the terminal of whoever reads it.
@Suite("Hostile text in every document") struct HostileTextTests {
  private static let pieces = [
    "\u{1B}[31m", "\u{1B}]52;c;aGk=\u{7}", "\u{1B}c", "\u{9B}2J", "\u{90}q\u{9C}", "\u{85}",
    "\u{202E}txt", "\u{2066}", "\u{200F}", "\u{61C}", "\u{FEFF}", "\u{2028}", "\u{7F}", "\r",
    "\u{8}",
    "\u{E}", "\u{0}", "o" + String(repeating: "\u{301}", count: 300),
  ]

  /// A text before or after which something of that stands.
  private static func hostile(_ text: String, _ generator: inout SeededGenerator) -> String {
    let piece = pieces.randomElement(using: &generator) ?? ""
    return Bool.random(using: &generator) ? piece + text : text + piece
  }

  /// The same tree with hostile texts where people write sentences or names.
  private static func spoilt(_ tree: Any, _ generator: inout SeededGenerator) -> Any {
    switch tree {
    case let object as [String: Any]:
      var result: [String: Any] = [:]
      for key in object.keys.sorted() {
        guard let value = object[key] else { continue }
        let isName = ["title", "name", "text", "body"].contains(key)
        if isName, let text = value as? String {
          result[key] = hostile(text, &generator)
        } else {
          result[key] = spoilt(value, &generator)
        }
      }
      return result
    case let list as [Any]: return list.map { spoilt($0, &generator) }
    case let text as String: return text.contains(" ") ? hostile(text, &generator) : text
    default: return tree
    }
  }

  /// A sample network as another program might have written it.
  private static func network() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    let made = try sandbox.huddle("demo", "--no-open", "--store", sandbox.store)
    try #require(made.code == 0, "\(made.errors)")
    var generator = SeededGenerator(seed: 5)
    let root = URL(fileURLWithPath: sandbox.store)
    for part in ["sites", "shared"] {
      let files = FileManager.default.enumerator(
        at: root.appendingPathComponent(part), includingPropertiesForKeys: nil)
      let paths = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "json" }
      for url in paths.sorted(by: { $0.path < $1.path }) {
        let tree = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        let bytes = try JSONSerialization.data(
          withJSONObject: spoilt(tree, &generator), options: [.sortedKeys])
        try bytes.write(to: url)
      }
    }
    return sandbox
  }

  /// The characters that command a terminal or deceive its reader.
  private static func commands(in text: String) -> [String] {
    var found: [String] = []
    var marks = 0
    // The lines of a CSV end with both.
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      marks = scalar.properties.generalCategory == .nonspacingMark ? marks + 1 : 0
      switch scalar.value {
      case 0x0A, 0x20..<0x7F: continue
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029,
        0x2066...0x206F, 0xFEFF:
        found.append("U+\(String(scalar.value, radix: 16))")
      default: if marks == 20 { found.append("a flood of marks") }
      }
    }
    return found
  }

  @Test("no command prints anything that commands a terminal")
  func printed() throws {
    let sandbox = try Self.network()
    var orders: [[String]] = []
    func id(_ type: String) throws -> [String] {
      let run = try sandbox.huddle(["list", type, "--json", "--limit", "3", "--as", "ingrid"])
      let rows = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
      return (rows ?? []).compactMap { $0["id"] as? String }
    }
    let types = [
      "network", "site", "member", "project", "measure", "series", "cycle", "resource", "adoption",
      "need", "offer", "note", "hypothesis",
    ]
    for type in types {
      orders += [["list", type], ["list", type, "--json"]]
      for id in try id(type) {
        orders += [["show", id], ["show", id, "--json"], ["history", id]]
        if type == "resource" {
          orders += [
            ["evidence", id], ["commons", "family", id], ["commons", "package", id],
            ["commons", "export", id], ["commons", "export", id, "--format", "markdown"],
          ]
        }
        if type == "need" { orders.append(["match", id]) }
        if type == "project" || type == "site" {
          orders += [
            ["report", type, id], ["report", type, id, "--format", "html"], ["minutes", id],
          ]
        }
        if type == "measure" {
          orders += [
            ["chart", "--measure", id], ["chart", "--measure", id, "--site", "riverside"],
          ]
        }
      }
    }
    for section in ["today", "projects", "cycles", "measures", "team", "commons", "portfolio"] {
      orders.append([section, "--plain"])
    }
    orders += [
      ["search", "blanket"], ["digest"], ["digest", "--json"], ["portfolio", "--json"],
      ["portfolio", "--by", "region"], ["portfolio", "--by", "cohort", "--json"], ["whoami"],
      ["doctor"], ["snooze", "riverside", "harm", "+2w"], ["review", "riverside"],
      ["list", "need", "--csv"], ["roster", "export"], ["member", "export"],
    ]
    #expect(orders.count > 100)
    for login in ["ingrid", "priya"] {
      for order in orders {
        let run = try sandbox.huddle(order + ["--as", login])
        let found = Self.commands(in: run.output) + Self.commands(in: run.errors)
        #expect(found.isEmpty, "\(order) as \(login): \(Set(found).sorted())")
      }
    }
  }

  @Test("no screen is sent anything of it")
  func drawn() throws {
    let sandbox = try Self.network()
    for section in ["today", "projects", "cycles", "measures", "team", "commons"] {
      let session = try TerminalSession(
        sandbox, [section, "--as", "priya"], variables: ["LANG=C.UTF-8"])
      try session.shows("coach")
      for keys in [["Enter"], ["j"], ["j"], ["Escape"], ["j"], ["Enter"]] {
        for key in keys { try session.press(key) }
      }
      let found = Self.commands(in: try session.screen())
      #expect(found.isEmpty, "\(section): \(Set(found).sorted())")
    }
  }
}
