extension Theme {
  static let falls = Theme(
    project: "Steady on Ward 4",
    problem: "Patients fall on the way to the toilet, most of them at night.",
    whyNow: "Falls with injury rose in winter and staff feel they only react.",
    aim: "Reduce falls from 7 to 4 per 1,000 bed days within a year.",
    population: "All adults on the ward",
    drivers: [
      ("Needs are met before people get up alone", ["Hourly rounding", "Call bell in reach"]),
      ("The room is safe to walk in", ["Night light", "Clear floor"]),
      ("Medicines do not make people unsteady", ["Review of sleeping tablets"]),
    ],
    measures: [
      .rate(
        "Falls", .outcome, of: "Occupied bed days", counting: "Falls of any kind",
        "Every unplanned descent to the floor, with or without injury, from the incident log.",
        per: 1000, target: 4, from: 0.0074, to: 0.0038, size: 690...820, course: .improves),
      .share(
        "Hourly rounding done", .process, of: "Hours checked", counting: "Hours with a round",
        "Hours between 8 and 20 h in which a round was signed, on three days drawn each month.",
        better: .increase, target: 90, from: 0.48, to: 0.86, size: 36...36,
        course: .improvesUnnamed),
      .value(
        "Disturbed nights", .balancing,
        "Patients who told the morning nurse that they were woken without need, in a month.",
        unit: "patients", data: .count, chart: .c, better: .decrease, from: 8, to: 8),
    ],
    ideas: [
      Idea(
        name: "Hourly rounding", kind: .changeIdea,
        change: "Every hour someone asks about pain, toilet, position and what is out of reach.",
        theory: "If needs are met in time, then fewer people get up alone.", unit: "patients",
        lessons: [
          "Rounds slip at meal times; the kitchen assistant can take the noon round.",
          "Four fixed questions are faster than a free talk.",
        ], surprise: "Call bells rang half as often.",
        avoid: "Do not turn the round into a signature."),
      Idea(
        name: "Night light at floor level", kind: .tool,
        change: "A small light under the bed that shows the way to the toilet.",
        theory: "If the way is seen, then fewer people stumble at night.", unit: "rooms",
        lessons: [
          "Amber light wakes nobody.",
          "Batteries last six weeks, so change them with the calendar.",
        ], surprise: "Night staff use it to find the bed numbers.",
        avoid: "Do not use white light."),
      Idea(
        name: "Sleeping tablet review on admission", kind: .protocol,
        change: "The pharmacist looks at sleeping tablets within a day and suggests an end date.",
        theory: "If fewer people take sedatives at night, then fewer are unsteady at two o'clock.",
        unit: "patients",
        lessons: [
          "Ask the family what the patient takes at home.",
          "Doctors accept the suggestion when it comes with a date.",
        ], surprise: "Three patients slept better without.",
        avoid: "Do not stop long-term tablets at once."),
    ],
    barriers: [
      ("Two nurses at night for 28 beds", "Rounds shared with the neighbouring ward"),
      ("The incident form takes twelve minutes", "A short form for falls without injury"),
    ])

  static let sepsis = Theme(
    project: "The first hour",
    problem: "One in three patients with sepsis waits more than an hour for antibiotics.",
    whyNow: "A young father died; the review found four chances to act earlier.",
    aim: "Antibiotics within one hour for 85 % of patients with sepsis by December.",
    population: "Adults with suspected sepsis in the emergency department",
    drivers: [
      ("Sepsis is suspected early", ["Screening at triage", "A relative's worry counts"]),
      ("Everything needed is at hand", ["Sepsis box", "Nurse may take cultures"]),
    ],
    measures: [
      .share(
        "Deaths with sepsis", .outcome, of: "Patients treated for sepsis",
        counting: "Patients who died in hospital",
        "Deaths in hospital of patients with a sepsis code, by month of admission.",
        better: .decrease, target: 14, from: 0.19, to: 0.155, size: 52...78),
      .share(
        "Antibiotics within one hour", .process, of: "Patients with suspected sepsis",
        counting: "Patients with the first dose within 60 minutes",
        "From the first abnormal early-warning score to the start of the infusion.",
        better: .increase, target: 85, from: 0.62, to: 0.84, size: 46...70,
        course: .improvesUnnamed),
      .share(
        "Contaminated blood cultures", .balancing, of: "Blood cultures taken",
        counting: "Cultures with skin germs only",
        "As reported by the laboratory, by month of the sample.", better: .decrease, target: 3,
        from: 0.041, to: 0.043, size: 150...230),
    ],
    ideas: [
      Idea(
        name: "Sepsis box in every bay", kind: .tool,
        change: "A red box with culture bottles, fluids and the first dose in every bay.",
        theory: "If nothing must be fetched, then the first dose is given sooner.",
        unit: "patients",
        lessons: [
          "A sealed box gets used; an open one gets emptied.",
          "The checklist on the lid is read by those who are new.",
        ], surprise: "The boxes halved the walking of the night team.",
        avoid: "Do not store doses that expire within a month."),
      Idea(
        name: "Ask the family: is this normal for them?", kind: .script,
        change: "Triage asks relatives one question and writes the answer in the first line.",
        theory: "If a relative's worry is heard, then sepsis is suspected earlier.",
        unit: "families",
        lessons: [
          "One fixed question is asked even on busy nights.",
          "Interpreters need the question in writing.",
        ], surprise: "Two relatives named confusion that nobody had seen.",
        avoid: "Do not ask in front of the waiting room."),
      Idea(
        name: "Nurses may take cultures", kind: .protocol,
        change: "Trained nurses take blood cultures without waiting for a doctor's order.",
        theory: "If cultures do not wait for an order, then the dose does not wait for cultures.",
        unit: "patients",
        lessons: [
          "A two-hour training and three supervised samples are enough.",
          "Contamination stays level when the skin is cleaned for thirty seconds.",
        ], surprise: "Doctors asked to be trained by the nurses.",
        avoid: "Do not begin without agreeing who signs."),
    ],
    barriers: [("Agency staff on most nights", "A five-minute introduction with the box in hand")])

  static let discharge = Theme(
    project: "Home with a plan",
    problem: "Every sixth patient is back within a month, many with a question no one answered.",
    whyNow: "Beds close in spring and people leave earlier than before.",
    aim: "Reduce readmissions within 30 days from 14 % to 11 % by next autumn.",
    population: "Adults discharged from general medicine",
    drivers: [
      ("People know what happens next", ["Teach-back", "A number to call"]),
      ("The next place knows what happened here", ["Letter within a day"]),
    ],
    measures: [
      .share(
        "Readmissions within 30 days", .outcome, of: "Patients discharged",
        counting: "Patients admitted again without a plan within 30 days",
        "Unplanned admission to any hospital of the region, by month of discharge.",
        better: .decrease, target: 11, from: 0.125, to: 0.185, size: 210...290, course: .worsens),
      .share(
        "Letters sent within a day", .process, of: "Patients discharged",
        counting: "Letters sent by the evening of the next day",
        "From the register of letters; drafts do not count.", better: .increase, target: 90,
        from: 0.71, to: 0.74, size: 210...290),
      .value(
        "Length of stay", .balancing, "Mean nights in hospital of those discharged in the month.",
        unit: "nights", data: .continuous, chart: .individuals, better: .neutral, from: 6.4,
        to: 5.9),
    ],
    ideas: [
      Idea(
        name: "Teach-back at the bedside", kind: .education,
        change: "Patients say in their own words which medicines they take and when to call.",
        theory: "If people can say it, then they can do it at home.", unit: "patients",
        lessons: [
          "Start with: I want to be sure that I explained it well.",
          "With the family there it takes four minutes instead of seven.",
        ], surprise: "Inhalers were the question nobody had thought of.",
        avoid: "Do not ask: did you understand?"),
      Idea(
        name: "Call on day three", kind: .script,
        change: "The ward calls three days after discharge with four questions.",
        theory: "If problems show on day three, then fewer become an admission on day ten.",
        unit: "calls",
        lessons: [
          "Retired nurses make the best calls.", "Half of the problems are about medicines.",
        ], surprise: "Many people were only glad that someone asked.",
        avoid: "Do not call before ten in the morning."),
      Idea(
        name: "Discharge lounge round at eleven", kind: .changeIdea,
        change: "At eleven a doctor and a pharmacist visit everyone who goes home today.",
        theory: "If the last questions are asked before noon, then letters leave the same day.",
        unit: "days",
        lessons: [
          "Without the pharmacist the round is only a greeting.",
          "On Mondays there are too many people for one round.",
        ], surprise: "The lounge filled up with people who were not ready.",
        avoid: "Do not use the lounge as a waiting room for beds."),
    ],
    barriers: [
      ("Pharmacy closes at four", "Take-home packs for the ten usual medicines"),
      ("Social services answer within five days", "A shared list reviewed every Tuesday"),
    ])
}
