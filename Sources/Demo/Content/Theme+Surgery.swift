extension Theme {
  static let woundInfections = Theme(
    project: "Warm patients, clean wounds",
    problem: "About one in sixteen patients gets a wound infection after bowel surgery.",
    whyNow: "Three patients came back within a month; one of them told the board her story.",
    aim: "Reduce wound infections after bowel surgery from 6 % to 2 % within eighteen months.",
    population: "Adults with planned bowel surgery",
    drivers: [
      (
        "Normal temperature before, during and after surgery",
        ["Warming while waiting", "Warm fluids"]
      ),
      ("The right antibiotic at the right time", ["Given within the hour before the cut"]),
      ("Skin prepared the same way every time", ["Clipping instead of shaving", "One antiseptic"]),
    ],
    measures: [
      .share(
        "Wound infections", .outcome, of: "Patients with planned bowel surgery",
        counting: "Patients with a wound infection within 30 days",
        "Infection of the surgical site within 30 days, seen by a clinician or told by the patient "
          + "in the call on day 30.", better: .decrease, target: 2, from: 0.066, to: 0.022,
        size: 96...142, course: .improves),
      .share(
        "Bundle reliability", .process, of: "Audited operations",
        counting: "Operations with all five elements done",
        "All five elements of the wound bundle done, from the theatre record; twenty to thirty "
          + "operations drawn each month.", better: .increase, target: 95, from: 0.56, to: 0.91,
        size: 22...32, course: .improvesUnnamed),
      .value(
        "Delay of the first operation", .balancing,
        "Minutes from the planned to the actual start of the first operation of the day, mean of "
          + "the month.", unit: "minutes", data: .continuous, chart: .individuals,
        better: .decrease, from: 14, to: 15),
    ],
    ideas: [
      Idea(
        name: "Warm blanket before theatre", kind: .changeIdea,
        change: "A warm blanket for every patient from arrival in the waiting area until theatre.",
        theory: "If patients are warmed while they wait, then fewer arrive in theatre below 36 °C.",
        unit: "patients",
        lessons: [
          "It works when one person owns the warmer; at noon nobody does.",
          "Porters are glad to hand blankets out when the warmer stands at their door.",
        ], surprise: "Families asked for blankets too, and waiting felt shorter.",
        avoid: "Do not leave the warmer in a locked store."),
      Idea(
        name: "Antibiotic clock on the theatre board", kind: .tool,
        change: "The time of the antibiotic is written on the board, and read out at the time out.",
        theory: "If everyone sees the time, then the dose is given within the hour before the cut.",
        unit: "operations",
        lessons: [
          "Reading the time aloud matters more than writing it.",
          "Two surgeons asked for the clock on their own lists.",
        ], surprise: "Late doses came from one ward that gave them before the transfer.",
        avoid: "Do not use the clock to blame the anaesthetist."),
      Idea(
        name: "Clippers instead of razors", kind: .protocol,
        change: "Razors leave the unit; hair is clipped only where it is in the way.",
        theory: "If skin is not cut by shaving, then fewer germs enter the wound.",
        unit: "patients",
        lessons: [
          "Patients shave at home unless the letter tells them not to.",
          "Batteries run down by Thursday; charge them each evening.",
        ], surprise: "Half of the patients had shaved at home already.",
        avoid: "Do not remove razors before clippers are there."),
    ],
    barriers: [
      ("One blanket warmer for three wards", "A second warmer on loan until the budget round"),
      ("Audits take two hours a month", "Medical students draw the sample"),
    ])

  static let dayProcedures = Theme(
    project: "Ready on the day",
    problem:
      "Day procedures are cancelled in the morning because something was not checked before.",
    whyNow: "Each cancelled slot is a patient who fasted and took a day off for nothing.",
    aim: "Double the number of procedures between two cancellations on the day by next summer.",
    population: "Adults booked for a day procedure",
    drivers: [
      ("Patients know what to do", ["Plain letter", "Call two days before"]),
      ("Checks are done in time", ["Blood results back", "Medicines reviewed"]),
    ],
    measures: [
      .value(
        "Procedures between cancellations", .outcome,
        "Procedures carried out between two that were cancelled on the day for a reason that could "
          + "have been known before.", unit: "procedures", data: .opportunitiesBetween, chart: .g,
        better: .increase, frequency: .event, from: 0.020, to: 0.008, course: .improvesUnnamed)
    ],
    ideas: [
      Idea(
        name: "Call two days before", kind: .script,
        change: "A nurse calls each patient two days before with five questions.",
        theory: "If questions are asked while there is time, then fewer slots are lost on the day.",
        unit: "calls",
        lessons: [
          "After six in the evening four of five people answer.",
          "The question about blood thinners finds something every week.",
        ], surprise: "Many had never got the letter.",
        avoid: "Do not leave medical details on voicemail."),
      Idea(
        name: "Letter on one page", kind: .form,
        change: "The four-page letter becomes one page, written with former patients.",
        theory: "If the letter can be read in a minute, then people come fasted and with a driver.",
        unit: "letters",
        lessons: [
          "A drawing of a clock explains fasting better than a sentence.",
          "People keep the page on the fridge.",
        ],
        surprise: "Two readers asked for it in larger print, and then everybody liked it larger.",
        avoid: "Do not print it on both sides."),
      Idea(
        name: "Results huddle at three", kind: .changeIdea,
        change: "At three in the afternoon two people look through tomorrow's blood results.",
        theory: "If gaps show the day before, then they can be closed before the morning.",
        unit: "afternoons",
        lessons: [
          "Ten minutes are enough when the list is printed.",
          "The laboratory sends late results first when it knows the reason.",
        ], surprise: "Most missing results had been sent to another clinic.",
        avoid: "Do not move it to four: the laboratory closes."),
    ],
    barriers: [("No phone in the preparation room", "A mobile handset from the front desk")])
}
