import Improvement
import Testing

@Suite struct VocabularyTests {
  @Test("each word of a choice is lower-case and has a label of its own")
  func words() {
    for type in DocumentType.authored {
      for field in type.table.fields {
        let choices = field.kind.choices
        #expect(Set(choices.map(\.value)).count == choices.count)
        #expect(Set(choices.map(\.label)).count == choices.count, "\(type) \(field.path)")
        for choice in choices {
          #expect(choice.value == choice.value.lowercased())
          #expect(!choice.label.isEmpty)
        }
      }
    }
  }

  @Test("the words of the domain are there")
  func domainWords() {
    #expect(CycleStage.allCases.map(\.rawValue) == ["plan", "do", "study", "act", "closed"])
    #expect(SiteKind(rawValue: "care-home") != nil)
    #expect(CycleDecision(rawValue: "scale-up") != nil)
    #expect(PointStatus(rawValue: "no-opportunity") != nil)
    #expect(DataKind(rawValue: "opportunities-between") != nil)
    #expect(ResourceKind(rawValue: "change-package") != nil)
    #expect(AdoptionStage(rawValue: "abandoned")?.label == "Stopped, and why")
    #expect(SupportCategory(rawValue: "know-how") != nil)
    #expect(RosterRole.wanted.count == 6)
  }
}
