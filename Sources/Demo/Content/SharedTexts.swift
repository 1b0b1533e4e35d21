import Improvement

/// Resources of the sample commons that belong to no single project.
struct SharedText: Sendable {
  var kind: ResourceKind
  var title: String
  var summary: String
  var audience: [String]
  var evidence: EvidenceLevel
  /// The theme and idea whose resource this one grew out of, or that a package holds.
  var from: [(theme: Int, idea: Int)] = []
  var changed: String = ""

  static let all: [SharedText] = [
    SharedText(
      kind: .changePackage, title: "Wound bundle in five steps",
      summary: "Two things that together keep wounds clean, brought in by the same five steps.",
      audience: ["theatre teams", "surgeons"], evidence: .repeatedElsewhere,
      from: [(0, 0), (0, 1)]),
    SharedText(
      kind: .changePackage, title: "Safe on your feet: falls package",
      summary: "What wards and homes did against falls, in the order in which it helped.",
      audience: ["ward nurses", "care homes"], evidence: .triedOnce, from: [(1, 0), (1, 1)]),
    SharedText(
      kind: .changeIdea, title: "Warm blanket for day procedures",
      summary: "The warm blanket, made to fit people who wait for an hour only.",
      audience: ["day clinics"], evidence: .triedOnce, from: [(0, 0)],
      changed: "Shorter warming, handed out at the front desk."),
    SharedText(
      kind: .changeIdea, title: "Rounding every two hours in a care home",
      summary: "Hourly rounding, made to fit a home where people also want to be left in peace.",
      audience: ["care homes"], evidence: .triedOnce, from: [(1, 0)],
      changed: "Every two hours, and never during the afternoon rest."),
    SharedText(
      kind: .script, title: "Is this normal for them? In four languages",
      summary: "The question for families, translated and tried out with interpreters.",
      audience: ["triage nurses", "interpreters"], evidence: .triedOnce, from: [(2, 1)],
      changed: "Translated; a picture card for those who do not read."),
    SharedText(
      kind: .form, title: "Syringe drawing for insulin",
      summary: "The syringe picture, made for adults who draw up insulin at home.",
      audience: ["home care", "patients"], evidence: .idea, from: [(3, 1)],
      changed: "Units instead of millilitres, larger print."),
    SharedText(
      kind: .persona, title: "Persona: Nell, 81, alone on the third floor",
      summary: "Nell hears badly, reads well and never wants to be a burden. What does a letter do "
        + "to her?", audience: ["patients", "everyone who designs"], evidence: .idea),
    SharedText(
      kind: .persona, title: "Persona: Abdi, father of a child with a line",
      summary: "Abdi works nights, translates for his family and wants to see the numbers.",
      audience: ["families", "everyone who designs"], evidence: .idea),
    SharedText(
      kind: .persona, title: "Persona: Jo, nurse with ten minutes",
      summary: "Jo believes in change and has no time for it. What fits into ten minutes?",
      audience: ["clinicians", "staff"], evidence: .idea),
    SharedText(
      kind: .story, title: "The blanket my mother got",
      summary: "A daughter tells how waiting for surgery felt different the second time.",
      audience: ["patients", "theatre teams"], evidence: .idea),
    SharedText(
      kind: .story, title: "What I wish you had asked me",
      summary: "A man who came back after five days tells which question would have kept him home.",
      audience: ["ward teams", "patients"], evidence: .idea),
    SharedText(
      kind: .story, title: "Tuesday, same table",
      summary: "A peer tells how a table in a soup kitchen became the place where things began.",
      audience: ["peers", "community groups"], evidence: .idea),
    SharedText(
      kind: .lesson, title: "Why our turning song failed",
      summary:
        "A good idea upset two residents. What we saw, what we did, what we would ask first.",
      audience: ["care homes"], evidence: .triedOnce),
    SharedText(
      kind: .lesson, title: "Three months of data before the first test",
      summary: "We began too early and could not tell what had changed. Others need not.",
      audience: ["team leads"], evidence: .repeatedElsewhere),
    SharedText(
      kind: .lesson, title: "The lounge that filled with the wrong people",
      summary: "Why our discharge lounge made things slower, and what we stopped.",
      audience: ["hospitals"], evidence: .triedOnce),
    SharedText(
      kind: .education, title: "Run charts in half an hour",
      summary: "A lesson for teams: draw one by hand, then talk about what it says.",
      audience: ["team leads", "data people"], evidence: .published),
  ]
}

/// A need and the offer that could answer it.
struct ExchangeText: Sendable {
  var category: SupportCategory
  var need: String
  var needDetail: String
  var offer: String
  var offerDetail: String
  var tag: String

  static let all: [ExchangeText] = [
    ExchangeText(
      category: .knowHow, need: "How did you get surgeons to join?",
      needDetail:
        "Ours say that they have no time. An hour with someone who managed it would help.",
      offer: "An hour about winning over surgeons",
      offerDetail: "We failed twice and managed the third time. By video, any Thursday.",
      tag: "engagement"),
    ExchangeText(
      category: .supplies, need: "A blanket warmer on loan",
      needDetail: "Ours is broken and the new one comes in eight weeks.",
      offer: "A spare blanket warmer", offerDetail: "Small, tested in spring. To be collected.",
      tag: "warming"),
    ExchangeText(
      category: .information, need: "A discharge leaflet in easy words",
      needDetail: "For people who read little, best with pictures.",
      offer: "Leaflets in easy words, checked by readers",
      offerDetail: "Six leaflets, free to copy; a reading group checked them.", tag: "discharge"),
    ExchangeText(
      category: .people, need: "A second observer for line care",
      needDetail: "Two afternoons a month, trained by us.",
      offer: "Nursing students as observers", offerDetail: "Up to four, from October on.",
      tag: "line care"),
    ExchangeText(
      category: .knowledge, need: "Which sedatives matter most for falls?",
      needDetail: "Our pharmacist left. We need a short list we can trust.",
      offer: "A pharmacist's view on falls", offerDetail: "I answer questions within a week.",
      tag: "falls"),
    ExchangeText(
      category: .support, need: "Someone to talk to after a harm",
      needDetail: "The team is shaken and does not want to talk at home about it.",
      offer: "A peer who listens after an incident",
      offerDetail: "Two of us are trained; we come the same week.", tag: "wellbeing"),
    ExchangeText(
      category: .knowHow, need: "Text messages without a big system",
      needDetail: "Reminders two days before, for about forty people a day.",
      offer: "Our reminder set-up, step by step",
      offerDetail: "Costs less than a phone bill; runs on an old laptop.", tag: "access"),
    ExchangeText(
      category: .supplies, need: "Twelve blood pressure cuffs, large",
      needDetail: "The ones we have fit half of the arms.",
      offer: "Cuffs in three sizes, to borrow", offerDetail: "Twenty of them, until spring.",
      tag: "blood pressure"),
    ExchangeText(
      category: .people, need: "A patient partner who knows dialysis",
      needDetail: "Two meetings, paid, in the evening.",
      offer: "I speak for patients in meetings", offerDetail: "Long experience, also by phone.",
      tag: "partners"),
    ExchangeText(
      category: .information, need: "Prices of pressure-relieving cushions",
      needDetail: "We have three offers and no idea what is fair.",
      offer: "What we paid for cushions", offerDetail: "A list of the last two years.",
      tag: "skin"),
    ExchangeText(
      category: .knowledge, need: "Reading a chart with rare events",
      needDetail: "Two infections a year: what can we tell from them?",
      offer: "Charts for rare events, explained", offerDetail: "With your own numbers, by video.",
      tag: "charts"),
    ExchangeText(
      category: .knowHow, need: "Paying peers fairly",
      needDetail: "How do others do it without harming benefits?",
      offer: "Our contract for peers", offerDetail: "Checked by a lawyer; adapt it freely.",
      tag: "peers"),
    ExchangeText(
      category: .support, need: "Courage for a first learning session",
      needDetail: "We have never told others what went wrong with us.",
      offer: "We go first", offerDetail: "We tell our failure before yours. It helps.",
      tag: "learning"),
    ExchangeText(
      category: .information, need: "Vaccination letter in Tigrinya",
      needDetail: "One page, for families.",
      offer: "Translations into five languages",
      offerDetail: "By trained members, within ten days.",
      tag: "language"),
    ExchangeText(
      category: .people, need: "Cover for our data person in July",
      needDetail: "Two hours a week for four weeks.",
      offer: "Data help for a month", offerDetail: "I know theatre records and care home notes.",
      tag: "data"),
  ]
}
