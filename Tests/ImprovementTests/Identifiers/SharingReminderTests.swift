import Improvement
import JSONTree
import Testing

@Suite struct SharingReminderTests {
  private static func resource(_ visibility: String, summary: String) -> JSON {
    [
      "visibility": .string(visibility), "title": "Warm blanket", "plainSummary": .string(summary),
      "steps": ["Warm it.", "Ring jo@care.ie first."],
    ]
  }

  @Test func namesTheFieldWithItsEntryAndThePlaceInIt() throws {
    let found = SharingReminder.all(in: Self.resource("network", summary: ""), type: .resource)
    let reminder = try #require(found.first)
    #expect(found.count == 1)
    #expect(reminder.path == "steps.1")
    #expect(reminder.excerpt == "jo@care.ie")
    #expect(reminder.label == "Steps")
  }

  @Test func whatStaysWithTheTeamNeedsNoReminder() {
    let tree = Self.resource("team", summary: "Ring 07700 900123.")
    #expect(SharingReminder.new(in: tree, over: nil, type: .resource).isEmpty)
  }

  @Test func whatReadersSeeAlreadyIsNoNewsUntilMorePeopleReadIt() {
    let old = Self.resource("network", summary: "Warm.")
    let more = Self.resource("network", summary: "Ring 07700 900123.")
    #expect(SharingReminder.new(in: old, over: old, type: .resource).isEmpty)
    #expect(
      SharingReminder.new(in: more, over: old, type: .resource).map(\.excerpt) == ["07700 900123"])
    let wider = Self.resource("public", summary: "Warm.")
    #expect(
      SharingReminder.new(in: wider, over: old, type: .resource).map(\.excerpt) == ["jo@care.ie"])
  }

  @Test func theSameNumberASecondTimeIsNews() {
    let once = Self.resource("network", summary: "Ring jo@care.ie.")
    let old = Self.resource("network", summary: "")
    #expect(SharingReminder.new(in: once, over: old, type: .resource).count == 1)
  }

  @Test func aSecondMentionIsPointedAtWhereItIsNew() throws {
    let old = Self.resource("network", summary: "Warm it.")
    let more = Self.resource("network", summary: "Ring jo@care.ie.")
    let found = SharingReminder.new(in: more, over: old, type: .resource)
    #expect(found.map(\.path) == ["plainSummary"])
  }

  @Test func aMentionThatOnlyMovedIsNoNews() {
    let old = Self.resource("network", summary: "Ring jo@care.ie.")
    var moved = Self.resource("network", summary: "Warm it.")
    moved["title"] = "Warm blanket, as jo@care.ie does it"
    #expect(SharingReminder.new(in: moved, over: old, type: .resource).isEmpty)
  }

  @Test func contactDetailsAndCitationsMayHoldAddresses() {
    let member: JSON = [
      "visibility": "network", "name": "Jo", "contact": "jo@care.ie, 07700 900123",
    ]
    #expect(SharingReminder.all(in: member, type: .member).isEmpty)
    let resource: JSON = [
      "visibility": "network", "citations": ["Taylor 2014, https://qualitysafety.bmj.com/23/290"],
    ]
    #expect(SharingReminder.all(in: resource, type: .resource).isEmpty)
  }
}
