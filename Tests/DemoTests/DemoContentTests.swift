import Demo
import Improvement
import JSONTree
import Testing

@Suite struct DemoContentTests {
  static func documents(_ type: DocumentType) -> [JSON] { DemoNetworkTests.documents(type) }

  @Test(
    "the sample network is as large as it says",
    arguments: [
      (.network, 1...1), (.site, 12...12), (.member, 76...84), (.project, 14...14),
      (.measure, 30...30), (.cycle, 120...120), (.resource, 41...41), (.adoption, 67...75),
      (.need, 15...15), (.offer, 15...15), (.note, 40...80), (.series, 40...60),
      (.hypothesis, 2...2),
    ] as [(DocumentType, ClosedRange<Int>)])
  func counts(_ type: DocumentType, _ expected: ClosedRange<Int>) {
    #expect(expected.contains(Self.documents(type).count), "\(Self.documents(type).count)")
  }

  @Test("every stage, purpose, decision and match of a cycle occurs")
  func cycles() {
    let cycles = Self.documents(.cycle).map(Cycle.init)
    #expect(Set(cycles.map(\.stage)) == Set(CycleStage.allCases))
    #expect(Set(cycles.compactMap(\.decision)) == Set(CycleDecision.allCases))
    #expect(
      Set(cycles.compactMap(\.purpose)).isSuperset(of: [.collect, .test, .implement, .spread]))
    let matches = cycles.flatMap(\.results).compactMap(\.matched)
    #expect(Set(matches).isSuperset(of: [.yes, .partly, .no]))
    #expect(cycles.filter(\.hasHarm).count == 1)
    #expect(cycles.contains { $0.isOverdue(on: DemoNetworkTests.today) })
    #expect(cycles.contains { $0.decision == .abandon && $0.summary != nil })
    #expect(cycles.contains { $0.predictions.contains { $0.expectedValue != nil } })
    #expect(Set(cycles.map(\.title)).count > 60)
  }

  @Test("cycles show every judgement of good testing")
  func testingQuality() {
    let judgements = Self.documents(.cycle).map(Cycle.init).flatMap(TestingQuality.judgements)
    for feature in [TestingFeature.documented, .predicted, .small] {
      let verdicts = Set(judgements.filter { $0.feature == feature }.map(\.verdict))
      #expect(verdicts.isSuperset(of: [.met]), "\(feature)")
      #expect(verdicts.count >= 2, "\(feature): \(verdicts)")
    }
  }

  @Test("a ramp's cycles follow one another in time and name their next")
  func ramps() {
    let cycles = Self.documents(.cycle).map(Cycle.init)
    let byId = Dictionary(uniqueKeysWithValues: cycles.map { ($0.id, $0) })
    var links = 0
    for cycle in cycles {
      guard let parent = cycle.parentCycle.flatMap({ byId[$0] }) else { continue }
      links += 1
      #expect(parent.ramp == cycle.ramp)
      if let before = parent.plannedStart, let after = cycle.plannedStart {
        #expect(before < after)
      }
      if parent.stage == .closed { #expect(parent.nextCycle == cycle.id) }
    }
    #expect(links > 60)
  }

  @Test("members look from every side and hold every role; each site has a lead and a patient")
  func members() {
    let members = Self.documents(.member).map(Member.init)
    #expect(Set(members.map(\.perspective)) == Set(Perspective.allCases))
    #expect(Set(members.map(\.networkRole)) == Set(NetworkRole.allCases))
    #expect(members.filter { $0.networkRole == .coach }.count == 3)
    for site in Self.documents(.site).map(Site.init) {
      let here = members.filter { $0.siteIds.contains(site.id) }
      #expect(here.contains { $0.networkRole == .lead })
      #expect(here.contains { $0.perspective == .patient })
      #expect(site.coachIds.count == 1)
    }
  }

  @Test("some teams lack a role, most do not, and every wanted role is held somewhere")
  func rosters() {
    let projects = Self.documents(.project).map(Project.init)
    let gaps = projects.map { RosterGaps.unfilled(in: $0, on: DemoNetworkTests.today) }
    #expect((2...6).contains(gaps.filter { !$0.isEmpty }.count))
    #expect(Set(gaps.flatMap(\.self)).count >= 3)
    #expect(projects.allSatisfy { !$0.drivers.isEmpty && $0.aim.text != nil })
    #expect(projects.contains { $0.drivers.contains { $0.level == 3 } })
    let scores = projects.map(\.progress)
    #expect(
      scores.contains { list in
        let last = list.suffix(2).compactMap(\.score)
        return last.count == 2 && abs(last[0] - last[1]) >= 1
      })
  }

  @Test("sites are of many kinds, and some are part of others")
  func sites() {
    let sites = Self.documents(.site).map(Site.init)
    #expect(Set(sites.map(\.kind)).count >= 7)
    #expect(sites.filter { $0.parentSite != nil }.count == 2)
  }

  @Test("the commons has packages, personas, stories, lessons and lineage, tried at every stage")
  func commons() {
    let resources = Self.documents(.resource).map(Resource.init)
    #expect(
      Set(resources.map(\.kind)).isSuperset(of: [
        .changeIdea, .tool, .protocol, .form, .script, .education, .story, .changePackage,
        .lesson, .persona,
      ]))
    #expect(resources.contains { $0.kind == .changePackage && $0.items.count > 1 })
    #expect(resources.filter { !$0.derivedFrom.isEmpty }.count >= 4)
    let adoptions = Self.documents(.adoption).map(Adoption.init)
    #expect(Set(adoptions.map(\.stage)) == Set(AdoptionStage.allCases))
    let mostTried = Dictionary(grouping: adoptions, by: \.resource).values.map(\.count).max()
    #expect((mostTried ?? 0) >= 8)
    let needs = Self.documents(.need).map(Need.init)
    #expect(Set(needs.map(\.state)).isSuperset(of: [.open, .matched, .fulfilled]))
    #expect(Set(needs.map(\.category)) == Set(SupportCategory.allCases))
  }

  @Test("notes hold open questions, private coaching, visits with open actions and a concern")
  func notes() {
    let notes = Self.documents(.note).map(Note.init)
    #expect(notes.filter { $0.kind == .question && !$0.isResolved }.count >= 5)
    #expect(notes.contains { $0.kind == .coaching && $0.isPrivateToCoaches })
    #expect(notes.contains { $0.concernLevel == .concern })
    #expect(
      notes.contains { note in
        note.kind == .visit
          && note.actions.contains {
            !$0.done.isDone && ($0.due ?? DemoNetworkTests.today) < DemoNetworkTests.today
          }
      })
  }
}
