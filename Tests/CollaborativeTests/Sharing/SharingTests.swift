import Collaborative
import Improvement
import JSONTree
import Testing

@Suite struct SharingTests {
  let store: TemporaryStore
  let lead: Collaboration

  init() throws {
    store = try TemporaryStore()
    _ = try store.furnished()
    lead = try store.open("lee-riverside")
  }

  @Test func whatLooksLikeAnIdentifierIsNotSharedWithoutALook() throws {
    let refused = refusal {
      try lead.add(.need, "title=Blankets", "category=supplies", "detail=Ring 07700 900123 for Mo")
    }
    #expect(refused?.code == 1)
    #expect(refused?.words.contains("detail: “Ring ▸07700 900123◂ for Mo”") == true)
    #expect(refused?.words.contains("--share-anyway REASON") == true)
    #expect(try lead.documents(.need).isEmpty)
  }

  @Test func aTeamKeepsWhatItLikesUntilItIsShared() throws {
    let made = try lead.add(
      .resource, "title=Call", "kind=tool", "plainSummary=Ring 07700 900123", "visibility=team")
    #expect(refusal { try lead.set(made.id, "visibility=network") }?.code == 1)
    #expect(try lead.tree(made.id)["visibility"] == "team")
    try lead.set(made.id, "plainSummary=Ring the desk", "visibility=network")
    #expect(try lead.tree(made.id)["visibility"] == "network")
  }

  @Test func aReasonSharesItAndStaysInTheHistoryWithoutTheNumber() throws {
    let made = try lead.sharing(although: "the ward's own number").add(
      .resource, "title=Call", "kind=tool", "plainSummary=Ring 07700 900123")
    let history = try lead.history(of: made.id)
    #expect(
      history.first?.words
        == "shared with what looks like a phone number in “In plain words”: the ward's own number")
    try lead.set(made.id, "description=Warm it first.")
    #expect(try lead.tree(made.id)["description"] == "Warm it first.")
  }

  @Test func whatIsTakenBackIsNamedBesideTheReason() throws {
    _ = try lead.sharing(although: "the ward's own number").add(
      .resource, "title=Call", "kind=tool", "plainSummary=Ring 07700 900123")
    #expect(
      try lead.undo().words
        == "undone: added the resource “Call”; shared with what looks like a phone number in "
        + "“In plain words”: the ward's own number")
  }

  @Test func aReasonMustSaySomethingAndTellNobody() throws {
    #expect(refusal { _ = try lead.sharing(although: "  ") }?.code == 1)
    let refused = refusal { _ = try lead.sharing(although: "ask jo@care.ie") }
    #expect(refused?.words.contains("▸jo@care.ie◂") == true)
  }

  @Test func twoEditsThatOnlyTogetherShareANumberAreNotMerged() throws {
    let made = try lead.add(.resource, "title=Call", "kind=tool", "visibility=team")
    let base = try lead.document(made.id)
    var shared = base.tree
    shared["visibility"] = "network"
    var told = base.tree
    told["plainSummary"] = "Ring 07700 900123"
    _ = try lead.save(shared, over: base)
    let second = try store.open("lee-riverside")
    #expect(refusal { _ = try second.save(told, over: base) } != nil)
    #expect(try second.tree(made.id)["plainSummary"] == nil)
  }

  @Test func aLineOfABatchMayGiveItsReason() throws {
    var line: JSON = [
      "op": "add", "type": "need",
      "doc": ["title": "Blankets", "category": "supplies", "detail": "Ring 07700 900123"],
    ]
    #expect(refusal { _ = try lead.apply(line) }?.code == 1)
    line["shareAnyway"] = "a public line"
    #expect(try lead.apply(line).hasChanged)
  }

  @Test func aNoteBesideASharedNumberIsLookedAtToo() throws {
    let entry = ObservationEntry(
      measure: "Wound infections", site: "riverside", period: "2026-01", text: "2/118",
      note: "ask jo@care.ie")
    #expect(refusal { _ = try lead.log(entry) }?.code == 1)
    #expect(try lead.sharing(although: "team inbox").log(entry).hasChanged)
  }

  @Test func singleEventsStayWithTheTeam() throws {
    let steward = try store.steward()
    let measure = try steward.add(
      .measure, "name=Days between", "kind=outcome", "dataKind=time-between", "direction=increase",
      "frequency=event")
    let logged = try lead.log(
      ObservationEntry(measure: measure.id, site: "riverside", period: "2026-01-04", text: "12"))
    let refused = refusal { try lead.set(logged.seriesID, "visibility=network") }
    #expect(refused?.words.contains("single events") == true)
    let reasoned = try lead.sharing(although: "all agreed")
    #expect(refusal { try reasoned.set(logged.seriesID, "visibility=public") }?.code == 1)
  }
}
