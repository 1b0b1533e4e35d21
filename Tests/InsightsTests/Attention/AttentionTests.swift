import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("Who needs a coach today")
struct AttentionTests {
  let today = day("2026-11-23")

  func site(_ changes: (inout JSON) -> Void = { _ in }) -> Site {
    var tree: JSON = ["id": "s", "name": "Riverside", "code": "riv", "reportingDay": 10]
    changes(&tree)
    return Site(tree)
  }

  /// A project with every role filled, which gives no reason of its own.
  func project(_ changes: (inout JSON) -> Void = { _ in }) -> Project {
    var tree: JSON = ["id": "p", "name": "Warm", "status": "active", "sites": ["s"]]
    tree["created"] = ["at": "2026-11-20T10:00:00Z"]
    tree["roster"] = .array(
      RosterRole.wanted.map { ["member": "x", "role": .string($0.rawValue)] })
    changes(&tree)
    return Project(tree)
  }

  func note(_ id: String, _ kind: String, _ changes: (inout JSON) -> Void = { _ in }) -> Note {
    var tree: JSON = ["id": .string(id), "kind": .string(kind), "body": "How do you do it?"]
    tree["created"] = ["by": "asker"]
    changes(&tree)
    return Note(tree)
  }

  func kinds(_ file: SiteFile) -> [AttentionReason.Kind] {
    Attention.reasons(for: file, today: today).map(\.kind)
  }

  @Test("a site where all is well gives no reason")
  func nothing() {
    #expect(kinds(SiteFile(site: site(), projects: [project()])).isEmpty)
  }

  @Test("every reason names the document that shows it, the most pressing first")
  func everyReason() {
    let file = SiteFile(
      site: site { $0["dataUseAgreement"] = ["expiry": "2026-12-24"] },
      projects: [
        project {
          $0["created"] = ["at": "2026-01-01T10:00:00Z"]
          $0["roster"] = []
          $0["progress"] = [
            ["date": "2026-11-01", "kind": "self", "score": 3.5],
            ["date": "2026-11-02", "kind": "coach", "score": 2.5],
          ]
        }
      ],
      cycles: [
        cycle("c") {
          $0["harm"] = ["what": "A fall"]
          $0["plannedEnd"] = "2026-11-22"
        }
      ],
      notes: [
        note("n1", "visit") { $0["actions"] = [["what": "Ask IT.", "due": "2026-11-22"]] },
        note("n2", "question"), note("n3", "coaching") { $0["concernLevel"] = "concern" },
      ],
      charts: [
        SeriesChart(
          series(months(Array(steady.prefix(19)) + [60])), of: measure(), at: "Riverside")
      ], damaged: 2)
    let reasons = Attention.reasons(for: file, today: today)
    #expect(reasons.map(\.kind) == AttentionReason.Kind.allCases)
    #expect(
      reasons.map(\.evidence.id)
        == ["c", "s", "n3", "n2", "s.m", "s.m", "p", "c", "p", "n1", "p", "s"])
    #expect(reasons.allSatisfy { $0.words.hasSuffix(".") || $0.words.hasSuffix("”") })
  }

  @Test("each past action of a note is a reason of its own")
  func actions() {
    let visit = note("n", "visit") {
      $0["actions"] = [
        ["what": "Ask IT", "due": "2026-11-01"], ["what": "Call the ward", "due": "2026-11-02"],
      ]
    }
    let reasons = Attention.reasons(for: SiteFile(site: site(), notes: [visit]), today: today)
    #expect(reasons.map(\.key) == ["actionPastDue n", "actionPastDue n 1"])
  }

  @Test("a signal that goes on keeps its key, one that comes after a recovery has another")
  func signalKeys() {
    func key(_ numerators: [Int]) -> String? {
      let chart = SeriesChart(series(months(numerators)), of: measure(), at: "")
      return Attention.reasons(for: SiteFile(site: site(), charts: [chart]), today: today)
        .first { $0.kind == .outcomeSignal }?.key
    }
    let calm = Array(steady.prefix(19))
    let first = key(calm + [60])
    #expect(first == "outcomeSignal s.m 2026-08")
    #expect(key(calm + [60, 61]) == first)
    #expect(key(calm + [60, calm[0], 60]) == "outcomeSignal s.m 2026-10")
    #expect(key(calm + [60, calm[0]]) == nil)
  }

  @Test("what is resolved is no reason any more")
  func resolved() {
    let notes = [
      note("n1", "visit") {
        $0["actions"] = [["what": "Ask IT", "due": "2026-11-01"]]
        $0["resolved"] = true
      },
      note("n2", "question") { $0["resolved"] = true },
      note("n3", "coaching") {
        $0["concernLevel"] = "concern"
        $0["resolved"] = true
      },
      note("n4", "visit") {
        $0["actions"] = [["what": "Ask IT", "due": "2026-11-01", "done": "2026-11-02"]]
      },
    ]
    #expect(kinds(SiteFile(site: site(), notes: notes)).isEmpty)
  }

  @Test("an answer closes a question, a second word of whoever asked does not")
  func answers() {
    let own = note("n2", "comment") { $0["replyTo"] = "n1" }
    let answer = note("n3", "comment") {
      $0["replyTo"] = "n1"
      $0["created"] = ["by": "coach"]
    }
    #expect(kinds(SiteFile(site: site(), notes: [note("n1", "question"), own])) == [.question])
    #expect(kinds(SiteFile(site: site(), notes: [note("n1", "question"), answer])).isEmpty)
  }

  @Test("closing a cycle does not hide its harm from the coach")
  func harm() {
    for (day, expected) in [("2026-11-20", [AttentionReason.Kind.harm]), ("2026-06-20", [])] {
      let closed = cycle("c") {
        $0["stage"] = "closed"
        $0["harm"] = ["what": "A fall", "when": .string(day)]
      }
      #expect(kinds(SiteFile(site: site(), cycles: [closed])) == expected)
    }
  }

  @Test("of a site that left, only what happened to people and what is still asked is told")
  func left() {
    let file = SiteFile(
      site: site {
        $0["left"] = "2026-11-01"
        $0["dataUseAgreement"] = ["expiry": "2026-10-01"]
      }, projects: [project { $0["roster"] = [] }], notes: [note("n", "question")],
      charts: [SeriesChart(series([]), of: measure(), at: "")])
    #expect(kinds(file) == [.question])
    let leaving = SiteFile(
      site: site { $0["left"] = "2026-12-31" },
      charts: [SeriesChart(series([]), of: measure(), at: "")])
    #expect(kinds(leaving) == [.dataOverdue])
  }

  @Test("numbers of a project that is over are owed by nobody")
  func overProject() {
    let chart = SeriesChart(series([]), of: measure { $0["project"] = "p" }, at: "")
    let over = SiteFile(
      site: site(), projects: [project { $0["status"] = "completed" }], charts: [chart])
    #expect(kinds(over).isEmpty)
    #expect(kinds(SiteFile(site: site(), projects: [project()], charts: [chart])) == [.dataOverdue])
  }

  func season(_ kind: String, _ from: String, _ to: String) -> Season {
    Season(["name": "x", "kind": .string(kind), "from": .string(from), "to": .string(to)])
  }

  @Test("a quiet team is named after 30 days of action periods, and never in a pause")
  func quiet() {
    func file(_ lastDone: String?, _ seasons: [Season]) -> SiteFile {
      let cycles = lastDone.map { done in
        [
          cycle("c") {
            $0["stage"] = "closed"
            $0["actualEnd"] = .string(done)
          }
        ]
      }
      return SiteFile(
        site: site(),
        projects: [project { $0["created"] = ["at": "2026-01-01T10:00:00Z"] }],
        cycles: cycles ?? [], seasons: seasons)
    }
    #expect(kinds(file("2026-10-24", [])).isEmpty)
    #expect(kinds(file("2026-10-23", [])) == [.noCycleActivity])
    #expect(kinds(file(nil, [])) == [.noCycleActivity])
    let young = season("action-period", "2026-11-10", "2027-02-28")
    #expect(kinds(file("2026-08-01", [young])).isEmpty)
    let earlier = season("action-period", "2026-06-01", "2026-09-30")
    #expect(kinds(file("2026-08-01", [earlier, young])) == [.noCycleActivity])
    #expect(kinds(file("2026-08-01", [earlier])).isEmpty)
    let session = season("learning-session", "2026-11-22", "2026-11-24")
    #expect(kinds(file("2026-08-01", [earlier, session])).isEmpty)
  }

  @Test("overlapping action periods count their days once")
  func overlapping() {
    let days = ActionDays([
      season("action-period", "2026-01-01", "2026-01-20"),
      season("action-period", "2026-01-11", "2026-01-31"),
    ])
    #expect(days.count(after: day("2025-12-01"), through: day("2026-03-01")) == 31)
    #expect(days.count(after: day("2026-01-30"), through: day("2026-01-31")) == 1)
    #expect(days.count(after: day("2026-03-01"), through: day("2026-01-31")) == 0)
  }

  @Test("scores that differ by less than 1 are no reason, and the newest of each counts")
  func scores() {
    func file(_ progress: JSON) -> SiteFile {
      SiteFile(site: site(), projects: [project { $0["progress"] = progress }])
    }
    #expect(
      kinds(
        file([
          ["date": "2026-11-02", "kind": "self", "score": 3],
          ["date": "2026-11-02", "kind": "coach", "score": 2.5],
          ["date": "2026-01-02", "kind": "coach", "score": 1],
        ])
      ).isEmpty)
    #expect(
      kinds(
        file([
          ["date": "2026-11-02", "kind": "self", "score": 3],
          ["date": "2026-11-02", "kind": "coach", "score": 4],
        ])) == [.scoreGap])
  }

  @Test("a long text is cut at a word")
  func excerpt() {
    let long = note("n", "question") {
      $0["body"] = .string(String(repeating: "word ", count: 100) + "\nsecond line")
    }
    #expect(long.excerpt.count <= 83)
    #expect(long.excerpt.hasSuffix("word…”"))
    #expect(note("n", "question").excerpt == "“How do you do it?”")
  }

  @Test("better measures are listed too")
  func favourable() {
    let definition = measure { $0["direction"] = "increase" }
    let better = SeriesChart(
      series(months(Array(steady.prefix(19)) + [60])), of: definition, at: "")
    let usual = SeriesChart(series(months(steady)), of: definition, at: "")
    #expect(
      Attention.favourable(in: SiteFile(site: site(), charts: [usual, better])).map(\.latestText)
        == ["60"])
  }
}
