import Improvement
import JSONTree
import Testing

@testable import Collaborative

/// Forty short resources in the words of the field, and what somebody who knows the field would
/// expect of a search among them.
enum JudgedResources {
  struct Text {
    var id: String
    var title: String
    var summary: String
    var kind = "change-idea"
    var drivers: [String] = []
    var tags: [String] = []
    var steps: [String] = []
    var triedAt = 0
  }

  static let all: [Text] = [
    Text(
      id: "blanket", title: "Warm blanket before theatre",
      summary: "A warm blanket for every patient from arrival until theatre.",
      drivers: ["Normal temperature"], tags: ["surgical-site-infection"], triedAt: 9),
    Text(
      id: "blanket-day", title: "Warm blanket for day procedures",
      summary: "The same for people who come for an hour.", drivers: ["Normal temperature"],
      triedAt: 2),
    Text(
      id: "warm-fluids", title: "Warm the fluids",
      summary: "Fluids from the warming cupboard, never from the shelf.",
      drivers: ["Normal temperature"], triedAt: 1),
    Text(
      id: "fridge-log", title: "Fridge temperature log",
      summary: "Vaccines stay between two and eight degrees.", kind: "form"),
    Text(
      id: "rounding", title: "Hourly rounding",
      summary: "Somebody looks in every hour: pain, position, toilet, things in reach.",
      drivers: ["Fewer falls"], tags: ["falls"], triedAt: 6),
    Text(
      id: "rounding-asleep", title: "Rounding every two hours at night",
      summary: "Quiet shoes, no light in the face.", drivers: ["Fewer falls"], triedAt: 2),
    Text(
      id: "falls-package", title: "Safe on your feet: falls package",
      summary: "Everything that helped against falls in five wards.", kind: "change-package",
      tags: ["falls"], triedAt: 3),
    Text(
      id: "night-light", title: "Night light at floor level",
      summary: "The way to the toilet can be seen without waking the room.",
      drivers: ["Fewer falls"], triedAt: 1),
    Text(
      id: "non-slip", title: "Non-slip socks in three sizes",
      summary: "Socks that hold, in the drawer beside the bed.", drivers: ["Fewer falls"]),
    Text(
      id: "call-bell", title: "Call bell in reach",
      summary: "The bell is clipped to the blanket before anybody leaves the room.",
      drivers: ["Fewer falls"]),
    Text(
      id: "antibiotic-clock", title: "Antibiotic clock on the theatre door",
      summary: "Everybody sees when the antibiotic is due: within an hour before the cut.",
      kind: "tool", drivers: ["Antibiotics on time"], tags: ["surgical-site-infection"], triedAt: 3),
    Text(
      id: "redose", title: "Second dose in long operations",
      summary: "A timer rings when the antibiotic has to be given again.",
      drivers: ["Antibiotics on time"]),
    Text(
      id: "clippers", title: "Clippers, no razors",
      summary: "Hair is clipped on the day or left alone; razors are gone from the ward.",
      drivers: ["Intact skin"], tags: ["surgical-site-infection"], triedAt: 4),
    Text(
      id: "hand-gel", title: "Hand gel at every bed", summary: "Hand hygiene where the hands are.",
      drivers: ["Clean hands"], tags: ["hygiene", "infection"], triedAt: 5),
    Text(
      id: "hand-poster", title: "Poster: five moments for hand hygiene",
      summary: "For the wall beside the basin.", kind: "education", drivers: ["Clean hands"],
      tags: ["hygiene"], triedAt: 2),
    Text(
      id: "catheter", title: "Still needed? asked every morning",
      summary: "The round asks of each urinary catheter whether it can come out today.",
      drivers: ["Fewer catheter days"], tags: ["infection"], triedAt: 4),
    Text(
      id: "line-change", title: "Two-person line change",
      summary: "One does, one watches and reads the steps aloud; for central lines.",
      kind: "protocol", drivers: ["Clean line care"], tags: ["infection"], triedAt: 1),
    Text(
      id: "line-kit", title: "Central line dressing kit",
      summary: "All that a dressing change needs in one bag.", kind: "tool",
      drivers: ["Clean line care"]),
    Text(
      id: "sepsis-box", title: "Sepsis box in every bay",
      summary: "Blood cultures, antibiotics and fluids in one box with a seal.", kind: "tool",
      drivers: ["Early treatment"], tags: ["sepsis"], triedAt: 3),
    Text(
      id: "sepsis-words", title: "Could this be sepsis? words for the phone",
      summary: "How to say it so that the doctor comes.", kind: "script",
      drivers: ["Early recognition"], tags: ["sepsis"], triedAt: 1),
    Text(
      id: "ask-family", title: "Ask the family: is this normal for them?",
      summary: "Families see first when somebody gets worse.", kind: "script",
      drivers: ["Early recognition"], tags: ["family"], triedAt: 3),
    Text(
      id: "family-round", title: "Families on the ward round",
      summary: "The round waits for the family, and says the plan in plain words.",
      drivers: ["Shared decisions"], tags: ["family"], triedAt: 2),
    Text(
      id: "teach-back", title: "Teach-back at the bedside",
      summary: "Please tell me in your own words what you will do at home.", kind: "education",
      drivers: ["Safe discharge"], triedAt: 4),
    Text(
      id: "discharge-call", title: "Call on day three",
      summary: "A nurse phones everybody three days after discharge.", kind: "script",
      drivers: ["Safe discharge"], triedAt: 3),
    Text(
      id: "discharge-list", title: "Discharge checklist on one page",
      summary: "Medicines, appointments, who to call, in large print.", kind: "form",
      drivers: ["Safe discharge"], triedAt: 2),
    Text(
      id: "med-photo", title: "Parents photograph the medicines",
      summary: "A photograph of every bottle at home comes to the clinic.",
      drivers: ["Right medicines"], triedAt: 1),
    Text(
      id: "med-review", title: "Medicines review in the care home",
      summary: "The pharmacist, the nurse and the resident go through the list together.",
      drivers: ["Right medicines"], triedAt: 2),
    Text(
      id: "syringe", title: "Syringe drawing for insulin",
      summary: "A drawing shows how far to pull the insulin syringe.", kind: "form",
      drivers: ["Right dose"], tags: ["diabetes"], triedAt: 3),
    Text(
      id: "hypo-box", title: "Hypo box on every ward",
      summary: "Glucose and a card with the steps for low blood sugar.", kind: "tool",
      drivers: ["Right dose"], tags: ["diabetes"]),
    Text(
      id: "cuff", title: "Borrow a cuff",
      summary: "Blood pressure cuffs to take home for a fortnight.", kind: "tool",
      drivers: ["Blood pressure under control"], triedAt: 2),
    Text(
      id: "slots", title: "Same-day slots until ten",
      summary: "A third of the appointments are kept free until ten o'clock.",
      drivers: ["Shorter waits"], triedAt: 2),
    Text(
      id: "reminder", title: "Reminder with a cancel link",
      summary: "A text message two days before the appointment; one tap gives it back.",
      kind: "tool", drivers: ["Fewer missed appointments"], triedAt: 1),
    Text(
      id: "two-days", title: "Call two days before",
      summary: "A call to those who missed an appointment last time.", kind: "script",
      drivers: ["Fewer missed appointments"], triedAt: 2),
    Text(
      id: "pressure", title: "Skin check at the morning wash",
      summary: "Heels and back are looked at when somebody is washed.",
      drivers: ["No pressure ulcers"], tags: ["pressure-ulcer"], triedAt: 1),
    Text(
      id: "cushions", title: "Cushion library",
      summary: "Pressure relieving cushions lent out for a week.", kind: "tool",
      drivers: ["No pressure ulcers"], triedAt: 1),
    Text(
      id: "soup", title: "Peers at the soup kitchen",
      summary: "Peer supporters meet people where they eat.", drivers: ["Trust first"],
      tags: ["homelessness"], triedAt: 2),
    Text(
      id: "peer-story", title: "What a peer told me on the first night",
      summary: "A story about the hostel.", kind: "story", tags: ["homelessness"]),
    Text(
      id: "run-charts", title: "Run charts in half an hour",
      summary: "How to draw and read one with pencil and paper.", kind: "education",
      drivers: ["Learning from data"], triedAt: 1),
    Text(
      id: "kidney", title: "Living donor: first conversation",
      summary: "Words for the first talk about giving a kidney.", kind: "script",
      drivers: ["More living donors"], tags: ["transplantation"]),
    Text(
      id: "handover", title: "Handover at the bed",
      summary: "The patient hears it and can put it right.", drivers: ["Shared decisions"],
      triedAt: 2),
  ]

  static let entries: [CommonsEntry] = all.map { text in
    var entry = CommonsEntry(
      Resource([
        "id": .string(text.id), "title": .string(text.title), "plainSummary": .string(text.summary),
        "kind": .string(text.kind), "drivers": JSON(strings: text.drivers),
        "tags": JSON(strings: text.tags), "steps": JSON(strings: text.steps),
      ]))
    entry.row.triedAt = text.triedAt
    return entry
  }

  /// What was typed; what should come, the best first, each with 3, 2 or 1; and why.
  struct Judgement: CustomTestStringConvertible, Sendable {
    var query: String
    var grades: [String: Int]
    var reason: String
    var testDescription: String { query }
  }

  static let judgements: [Judgement] = [
    .init(
      query: "warm blanket", grades: ["blanket": 3, "blanket-day": 3],
      reason: "both words stand in both titles; the one tried at more sites first"),
    .init(
      query: "blnaket", grades: ["blanket": 3, "blanket-day": 3, "call-bell": 1],
      reason: "two letters swapped; the bell only mentions a blanket"),
    .init(
      query: "falls",
      grades: [
        "falls-package": 3, "rounding": 2, "rounding-asleep": 1, "night-light": 1, "non-slip": 1,
        "call-bell": 1,
      ],
      reason:
        "the package has it in its title, rounding as its tag and its driver, the others as a driver"
    ),
    .init(
      query: "hand hygiene", grades: ["hand-poster": 3, "hand-gel": 3],
      reason: "the poster has the phrase in its title, the gel in its summary"),
    .init(
      query: "hand hygeine", grades: ["hand-poster": 3, "hand-gel": 3],
      reason: "the usual way of misspelling it"),
    .init(
      query: "antibiotic", grades: ["antibiotic-clock": 3, "redose": 2, "sepsis-box": 1],
      reason: "in the title, then in driver and summary, then among other things"),
    .init(
      query: "antibotic", grades: ["antibiotic-clock": 3, "redose": 2, "sepsis-box": 1],
      reason: "a letter is missing"),
    .init(
      query: "sepsis", grades: ["sepsis-box": 3, "sepsis-words": 3], reason: "both are about it"),
    .init(
      query: "sespis", grades: ["sepsis-box": 3, "sepsis-words": 3], reason: "two letters swapped"),
    .init(
      query: "central line", grades: ["line-kit": 3, "line-change": 2],
      reason: "the phrase in the title before its plural in the summary"),
    .init(
      query: "discharge", grades: ["discharge-list": 3, "discharge-call": 2, "teach-back": 1],
      reason: "title, then summary and driver, then driver"),
    .init(
      query: "disch", grades: ["discharge-list": 3, "discharge-call": 2, "teach-back": 1],
      reason: "half typed it finds the same"),
    .init(query: "insulin", grades: ["syringe": 3], reason: "nothing else is about it"),
    .init(query: "insuline", grades: ["syringe": 3], reason: "as it is spelt in French and German"),
    .init(
      query: "diabetes", grades: ["syringe": 3, "hypo-box": 3],
      reason: "it stands only among the tags"),
    .init(
      query: "family round", grades: ["family-round": 3],
      reason: "both words, one of them in the plural"),
    .init(
      query: "families", grades: ["family-round": 3, "ask-family": 2],
      reason: "in a title before a summary"),
    .init(
      query: "missed appointment", grades: ["two-days": 3, "reminder": 2],
      reason: "the phrase in the summary before the driver"),
    .init(
      query: "peer", grades: ["soup": 3, "peer-story": 3],
      reason: "peers and peer are one word to whoever searches"),
    .init(query: "blood pressure", grades: ["cuff": 3], reason: "the phrase, and no cushions"),
    .init(
      query: "temperature",
      grades: ["fridge-log": 3, "blanket": 2, "blanket-day": 2, "warm-fluids": 2],
      reason: "in a title before a driver, however often the others were tried"),
    .init(query: "catheter", grades: ["catheter": 3], reason: "in summary and driver"),
    .init(
      query: "surgical site infection",
      grades: ["blanket": 2, "clippers": 2, "antibiotic-clock": 2],
      reason: "a tag of three words; what was tried most first"),
    .init(
      query: "theatre", grades: ["blanket": 3, "antibiotic-clock": 3], reason: "in two titles"),
  ]
}
