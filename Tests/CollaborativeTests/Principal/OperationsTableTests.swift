import DocumentStore
import Foundation
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Every operation, held against the table of rights") struct OperationsTableTests {
  @Test(
    "who may not do it changes nothing, and who may is not refused for want of a right",
    arguments: Set(WalkedOperation.all.map(\.name)).sorted())
  func operations(name: String) throws {
    for operation in WalkedOperation.all where operation.name == name {
      let bench = try RightsBench()
      try bench.leaveNeed()
      for role in RightsExpected.roles {
        let person = try bench.person(role)
        for visibility in Visibility.allCases {
          for place in RightsExpected.Place.allCases where role != .visitor || place == .away {
            if place == .home, operation.type.isPlaceless { continue }
            try walk(operation, bench, person, role, visibility, place)
          }
        }
      }
    }
  }

  private func walk(
    _ operation: WalkedOperation, _ bench: RightsBench, _ person: Collaboration, _ role: Role,
    _ visibility: Visibility, _ place: RightsExpected.Place
  ) throws {
    let id = try bench.make(operation.type, visibility, place, for: role)
    _ = try person.refresh()
    let before = try bench.changes(by: person)
    let refused = refusal { try operation.body(person, id) }
    let isAllowed =
      switch operation.right {
      case .change: RightsExpected.mayChange(role, operation.type, visibility, place)
      case .changeAndAdd:
        RightsExpected.mayChange(role, operation.type, visibility, place)
          && RightsExpected.mayAdd(role, operation.type, place)
      case .ownOfCoaches:
        role.looksAfterTeams && RightsExpected.mayRead(role, visibility, place)
      case .ownBesideReading: RightsExpected.mayNote(role, visibility, place)
      case .either:
        RightsExpected.mayChange(role, operation.type, visibility, place)
          || role == .steward && RightsExpected.mayRead(role, visibility, place)
      }
    let cell = "\(role) \(operation.name) \(operation.type) \(visibility) \(place)"
    let words = "\(cell): \(refused?.words ?? "done")"
    if isAllowed {
      #expect(refused?.code != 5, "\(words)")
    } else {
      #expect(refused != nil, "\(words)")
      #expect(try bench.changes(by: person) == before, "\(words)")
    }
  }

  @Test("keeping everything in a file and repairing are the steward's at the gate")
  func stewards() throws {
    let bench = try RightsBench()
    for role in RightsExpected.roles where role != .visitor {
      let login = role == .steward ? "stella" : role.rawValue
      let person = try Collaboration.open(
        path: bench.temporary.path, atGate: login, clock: bench.temporary.clock)
      let path = "\(bench.temporary.path)-\(login).tar"
      defer { unlink(path) }
      for (deed, body) in [
        ("backup", { _ = try person.backup(to: path) }),
        ("repair", { _ = try person.diagnose(repairs: true) }),
        ("accept", { _ = try person.diagnose(accepts: true) }),
      ] as [(String, () throws -> Void)] {
        let refused = refusal(body)
        #expect((refused == nil) == (role == .steward), "\(role) \(deed): \(refused?.words ?? "")")
        if let refused { #expect(refused.code == 5, "\(role) \(deed)") }
      }
    }
  }

  /// What is decided about every public function of `Collaboration`: walked above or in
  /// `RightsTableTests`, only for reading what `document(_:)` and `documents(_:)` let through, or of
  /// the person alone. Whoever adds one decides here, and adds what changes something to
  /// `WalkedOperation`.
  private static let decided: Set<String> = [
    // Walked in RightsTableTests
    "add", "set", "remove", "restore", "withdraw", "log", "document", "history", "list",
    // Walked here
    "save", "apply", "backup", "diagnose",
    // Of several documents, whose rights each is asked for: PackageTests, TryingOutTests,
    // ExchangeTests, CarryingResourcesTests, MeetingTests, ImportPlannerTests, UndoTests
    "takeOn", "tryOut", "ask", "answer", "carryOut", "tick", "endRole", "handOver", "undo", "redo",
    // Of the person's own: what they typed, what they look for, why they share
    "keepDraft", "draft", "drafts", "forgetDraft", "keep", "forgetSearch", "savedSearches",
    "sharing",
    "previewOfSharing", "savedPortfolios", "forgetPortfolio",
    // The way in, and what is no document
    "open", "create", "restoreBackup", "checkGate", "requireSteward", "requireChangeable",
    "identity", "watch",
    "followJournal", "refresh", "whole", "verifyBelieved", "keepSnapshotIfWorthIt", "damagedCount",
    "keepHistoryIfDue", "keepHistory", "fixed",
    // Reading, by way of what may be read
    "documents", "mayRead", "presented", "visible", "title", "name", "resolve", "revision", "find",
    "page", "historyPage", "matchPage", "ramp", "cycles", "ownProjects", "ownCycles", "tiles",
    "measureRows", "hasBegun", "seriesPlace", "runningTryOut",
    "comparison", "comparisonDetail", "cycleRows", "seriesDetail", "siteRows", "rosterRows",
    "chanceWords", "stackDetail", "projectRows", "todayRows", "projectDetail", "entryTable",
    "commonsRows", "commonsFacets", "facetValue", "matches", "evidence", "witnesses", "elements",
    "contribution", "addressee", "likelyHelper", "bundleMatrix", "export", "plan", "meeting",
    "lastMeeting", "monthReport", "projectReport", "siteReport", "reviewedReasons", "hasNumbers",
    "twoVersions", "choosing", "assigning", "field", "read", "shown", "period", "place",
    "sharingReminders", "planImport", "digest", "scopeWords",
    "prepareSearch", "memberTable", "rosterTable", "packageChoices", "planMembers", "planRosters",
    "portfolioMeasures", "portfolioRows", "portfolioScopeWords", "pressingTodayRows",
    "projectToScore", "reasons", "rosterPlace", "siteFacetValue", "siteFacets", "siteGroups",
    "siteRosterRows", "siteTreeRows", "storyPage",
  ]

  @Test("every public function of the room is decided upon, and every one that is decided is there")
  func complete() throws {
    let walked = Set(WalkedOperation.all.map { String($0.name.split(separator: " ")[0]) })
    let found = try Self.publicFunctions()
    #expect(found.count > 100)
    let open = found.subtracting(Self.decided).subtracting(walked)
    #expect(open.isEmpty, "decide in OperationsTableTests and WalkedOperations: \(open.sorted())")
    #expect(walked.subtracting(found).isEmpty)
  }

  /// The names of the public functions in extensions of `Collaboration`.
  private static func publicFunctions() throws -> Set<String> {
    let root = #filePath.split(separator: "/Tests/CollaborativeTests/").first ?? ""
    let folder = "\(root)/Sources/Collaborative"
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var names: Set<String> = []
    for file in files where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      var isOfCollaboration = false
      for line in text.split(separator: "\n") {
        if !line.hasPrefix(" "), !line.hasPrefix("}") {
          isOfCollaboration =
            line.hasPrefix("extension Collaboration ")
            || line.hasPrefix("public struct Collaboration:")
        }
        guard isOfCollaboration, let start = line.firstRange(of: "func "),
          line[..<start.lowerBound].contains("public ")
        else { continue }
        names.insert(String(line[start.upperBound...].prefix { $0.isLetter || $0.isNumber }))
      }
    }
    return names
  }
}

extension RightsBench {
  /// Something that somebody asked for who is gone, and that nobody but a steward may change.
  func leaveNeed() throws {
    var tree = steward.newDocument(.need, id: ULID().text)
    for (name, value) in [
      ("title", "Nobody's"), ("category", "information"), ("visibility", "network"),
      ("site", away), ("member", ULID().text), ("state", "open"),
    ] {
      tree[name] = .string(value)
    }
    tree["created"] = ["at": "2026-01-01T00:00:00Z", "by": "visitor:gone"]
    _ = try steward.commit([.add(tree)], verb: "add:need")
  }

  /// How many changes somebody has made.
  func changes(by person: Collaboration) throws -> Int {
    try store.journalEntries().count { $0.by == person.principal.author }
  }
}
