import Improvement
import JSONTree

extension World {
  func ideaId(_ theme: Int, _ idea: Int) -> String {
    stamp(.resource, theme * 10 + idea, on: ideaDay(theme, idea)).id
  }

  func sharedTextId(_ index: Int) -> String {
    stamp(.resource, 1000 + index, on: sharedTextDay(index)).id
  }

  /// The day from which a theme's idea was shared: when the first site had it in use.
  func ideaDay(_ theme: Int, _ idea: Int) -> CalendarDate {
    idea == 0 ? changeDay(ofSite: theme) : held(today.adding(days: -140 + theme * 3))
  }

  func sharedTextDay(_ index: Int) -> CalendarDate {
    held(today.adding(days: -130 + index * 6))
  }

  /// The commons: two ideas of each theme, and what people made of them and beside them.
  var resources: [JSON] {
    Theme.all.indices.flatMap { theme in (0..<2).map { resource(ofIdea: $0, in: theme) } }
      + SharedText.all.indices.map(sharedText)
  }

  private func resource(ofIdea index: Int, in theme: Int) -> JSON {
    let idea = Theme.all[theme].ideas[index]
    let site = theme < sites ? theme : 0
    let author = memberId(site: site, index)
    let fields: JSON = [
      "title": .string(idea.name), "kind": .string(idea.kind.rawValue),
      "plainSummary": .string(idea.change),
      "description": .string(
        "\(idea.theory) We tried it small, changed it twice and then kept it. "
          + "What nobody expected: \(idea.surprise)"),
      "drivers": [.string(Theme.all[theme].drivers[0].primary)],
      "audience": [.string(Self.audiences[theme]), "team leads"], "language": "en",
      "steps": [
        .string("Ask two people from the other side what they think of it."),
        .string(idea.change), .string("Note for a week: done, not done, why."),
        .string("Look at the notes together and decide."),
      ],
      "howToStartSmall": .string(
        "Tomorrow, once, with one of the \(idea.unit) and one colleague who likes the idea."),
      "whatToAvoid": .string(idea.avoid),
      "evidence": .string(index == 0 ? "repeated-elsewhere" : "tried-once"),
      "contextsTested": [.string(siteName(theme))], "authors": [.string(author)],
      "site": .string(siteId(site)), "version": JSON(index == 0 ? 2 : 1),
      "licence": "CC BY 4.0",
      "review": [
        "by": .string(steward), "date": .string("\(held(ideaDay(theme, index).adding(days: 4)))"),
        "privacyChecked": true,
      ],
      "tags": JSON(strings: [Self.tags[theme]]),
    ]
    return document(
      .resource, theme * 10 + index, on: ideaDay(theme, index), by: author, fields)
  }

  private func sharedText(_ index: Int) -> JSON {
    let text = SharedText.all[index]
    let site = (index * 5 + 7) % min(sites, 12)
    let author = memberId(site: site, 4 + index % 2)
    var fields: JSON = [
      "title": .string(text.title), "kind": .string(text.kind.rawValue),
      "plainSummary": .string(text.summary), "audience": JSON(strings: text.audience),
      "language": "en", "evidence": .string(text.evidence.rawValue),
      "authors": [.string(author)], "site": .string(siteId(site)), "licence": "CC BY 4.0",
      "howToStartSmall": "Read it with one colleague and mark what would not fit here.",
      "tags": JSON(strings: [text.kind.rawValue]),
    ]
    let sources = text.from.map { ideaId($0.theme, $0.idea) }
    if text.kind == .changePackage {
      fields["items"] = JSON(strings: sources)
    } else if let source = sources.first {
      fields["derivedFrom"] = [
        ["resource": .string(source), "version": 1, "whatChanged": .string(text.changed)]
      ]
    }
    return document(.resource, 1000 + index, on: sharedTextDay(index), by: author, fields)
  }

  private static let audiences = [
    "theatre teams", "ward nurses", "emergency teams", "pharmacists", "neonatal nurses",
    "receptionists", "practice nurses", "care assistants", "tour planners", "peers",
    "ward doctors", "day clinic nurses",
  ]

  static let tags = [
    "ssi", "falls", "sepsis", "medicines", "line care", "access", "blood pressure", "skin",
    "home visits", "peers", "discharge", "day procedures",
  ]
}
