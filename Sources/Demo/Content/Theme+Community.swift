extension Theme {
  static let skin = Theme(
    project: "Skin we look after",
    problem: "Residents get pressure injuries that begin as a red spot nobody wrote down.",
    whyNow: "Families asked why they hear of it only when it is a wound.",
    aim: "Halve new pressure injuries from 2.4 to 1.2 per 1,000 resident days within a year.",
    population: "All residents",
    drivers: [
      ("Red spots are seen early", ["Skin check at the wash", "Families may look too"]),
      ("Pressure is relieved", ["Turning by need", "The right cushion"]),
    ],
    measures: [
      .rate(
        "New pressure injuries", .outcome, of: "Resident days",
        counting: "New pressure injuries of any grade",
        "First seen in the home, grade 1 and above, checked by the wound nurse.", per: 1000,
        target: 1.2, from: 0.0025, to: 0.0021, size: 1480...1620),
      .share(
        "Skin checked", .process, of: "Residents drawn", counting: "Residents with a noted check",
        "Ten residents drawn each month, the last seven days of their notes.", better: .increase,
        target: 90, from: 0.52, to: 0.79, size: 20...20, course: .improvesUnnamed),
    ],
    ideas: [
      Idea(
        name: "Skin check at the morning wash", kind: .changeIdea,
        change: "Five places are looked at in the morning wash and ticked on a drawing.",
        theory: "If spots are seen early, then they can be relieved before they open.",
        unit: "residents",
        lessons: [
          "The drawing hangs inside the wardrobe door.",
          "Check heels with the light of a phone.",
        ], surprise: "Residents point out spots themselves.",
        avoid: "Do not check while breakfast waits."),
      Idea(
        name: "Cushion library", kind: .tool,
        change: "All cushions in one place, with a card that says whom each suits.",
        theory: "If the right cushion is found in a minute, then it is used.", unit: "residents",
        lessons: [
          "Sort by weight, not by brand.", "Cushions walk; count them on Mondays.",
        ], surprise: "Half of the cushions were worn out.",
        avoid: "Do not lend cushions without a cover."),
      Idea(
        name: "Turning song at the hour", kind: .script,
        change: "A short melody at ten, two and six reminds staff and residents to turn.",
        theory: "If everyone hears the hour, then nobody lies for five.", unit: "residents",
        lessons: [
          "Some residents did not want to be woken at six.",
          "By need works better than by the clock.",
        ], surprise: "The melody upset two people with dementia.",
        avoid: "Do not use it at night."),
    ],
    barriers: [
      ("A third of the staff is new each year", "A wound nurse from the hospital visits monthly")
    ])

  static let peerSupport = Theme(
    project: "Someone beside you",
    problem: "People without a home wait weeks for a first talk, and many are gone by then.",
    whyNow: "The winter shelter closes in April.",
    aim: "A first meeting within seven days for nine of ten people by spring.",
    population: "Adults without a home who ask for support",
    drivers: [
      ("A peer is there when someone asks", ["Peers in the shelter", "Evening hours"]),
      ("First steps that are never skipped", ["Safety", "A way to reach each other"]),
    ],
    measures: [
      .share(
        "First meeting within seven days", .outcome, of: "People who asked",
        counting: "People who met a peer within seven days",
        "From the day of asking to the first talk of more than ten minutes.", better: .increase,
        target: 90, from: 0.54, to: 0.79, size: 24...40, course: .improves),
      .value(
        "Crisis contacts", .balancing, "Calls and visits in a crisis in the week.",
        unit: "contacts", data: .count, chart: .c, better: .neutral, frequency: .week, from: 6,
        to: 6),
    ],
    ideas: [
      Idea(
        name: "Peers at the soup kitchen", kind: .changeIdea,
        change: "Two peers sit at the same table every Tuesday and Friday.",
        theory: "If people meet a peer where they eat, then nobody has to make an appointment.",
        unit: "people",
        lessons: [
          "The same table matters; it becomes known.",
          "Two peers are needed, so that one can go outside with someone.",
        ], surprise: "People came back to help.",
        avoid: "Do not bring forms to the table."),
      Idea(
        name: "First-steps card", kind: .form,
        change: "A card with four steps that are taken even in a crisis.",
        theory: "If the steps are on a card, then none is skipped under pressure.", unit: "people",
        lessons: [
          "The card must fit into a tobacco pouch.", "Words by peers, not by the office.",
        ], surprise: "The police asked for a stack.",
        avoid: "Do not number the steps like a test."),
      Idea(
        name: "Evening phone held by peers", kind: .protocol,
        change: "From six to ten a peer answers, with a nurse in the background.",
        theory: "If someone answers in the evening, then fewer nights end in a crisis.",
        unit: "evenings",
        lessons: [
          "Peers need to talk with each other after each shift.",
          "Half of the calls are about loneliness.",
        ], surprise: "Calls in a crisis did not fall, but they came earlier.",
        avoid: "Do not leave a peer alone with the phone."),
    ],
    barriers: [
      ("Peers lose benefits when they are paid", "Vouchers until the rules change"),
      ("No room on rainy days", "The library opens its reading room"),
    ])
}
