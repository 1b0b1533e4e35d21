extension Theme {
  static let medicines = Theme(
    project: "Every medicine, every time",
    problem: "Children are admitted with one list of medicines and leave with another.",
    whyNow: "A dose was doubled at home because two lists disagreed.",
    aim: "Reduce unintended differences from 38 to 15 per 100 children within a year.",
    population: "Children admitted for more than a day",
    drivers: [
      ("One best list on admission", ["Parents bring the list", "Two sources"]),
      ("The list goes home with the family", ["Plain words", "Pictures of the syringe"]),
    ],
    measures: [
      .rate(
        "Unintended medicine differences", .outcome, of: "Children checked",
        counting: "Unintended differences found",
        "Differences between the list at home and on the ward that nobody meant, in thirty to "
          + "forty children drawn each month.", per: 100, target: 15, from: 0.38, to: 0.19,
        size: 30...40, course: .improves),
      .share(
        "Reconciled within a day", .process, of: "Children admitted",
        counting: "Children with a signed list within 24 hours",
        "Signed by a pharmacist or a trained nurse.", better: .increase, target: 90, from: 0.58,
        to: 0.83, size: 80...120, course: .improvesUnnamed),
      .value(
        "Time to reconcile", .balancing,
        "Minutes that a reconciliation takes, mean of ten timed "
          + "each month.", unit: "minutes", data: .continuous, chart: .individuals,
        better: .decrease, from: 21, to: 19),
    ],
    ideas: [
      Idea(
        name: "Parents photograph the medicine shelf", kind: .changeIdea,
        change: "Parents send a photo of all medicines at home before they come.",
        theory: "If we see the boxes, then the list is right from the start.", unit: "families",
        lessons: [
          "A text message the day before brings nine of ten photos.",
          "Grandparents' shelves matter as well.",
        ], surprise: "Vitamins explained two odd blood results.",
        avoid: "Do not ask for photos with a child's name in the picture."),
      Idea(
        name: "Syringe pictures on the list", kind: .form,
        change: "The list shows a drawing of the syringe filled to the right line.",
        theory: "If parents see the amount, then they draw up the right dose.", unit: "families",
        lessons: [
          "Colour the line; do not only draw it.", "Parents of twins need two lists.",
        ], surprise: "Nurses began to use the drawing for each other.",
        avoid: "Do not shrink it to fit one page."),
      Idea(
        name: "Pharmacist joins the ward round", kind: .protocol,
        change: "On three days a week the pharmacist joins the round with the home list.",
        theory: "If questions are settled at the bed, then lists are signed the same day.",
        unit: "rounds",
        lessons: [
          "The first ten minutes of the round settle most of it.",
          "A tablet with the list saves the walk back.",
        ], surprise: "The round became shorter.", avoid: "Do not plan it on clinic days."),
    ],
    barriers: [("Two pharmacists for five wards", "Trained nurses sign simple lists")])

  static let lineInfections = Theme(
    project: "Lines without infection",
    problem: "Newborns with a central line get infections that could be avoided.",
    whyNow: "Numbers are small, and each one is a baby; the network wants to learn faster.",
    aim: "From twenty to at least forty days between line infections by next spring.",
    population: "Newborns with a central line",
    drivers: [
      ("Lines are touched only when needed", ["Daily: still needed?", "Fewer openings"]),
      ("Clean hands and hubs", ["Scrub for fifteen seconds", "Two-person line change"]),
    ],
    measures: [
      .value(
        "Days between line infections", .outcome,
        "Days from one confirmed infection of a central line to the next.", unit: "days",
        data: .timeBetween, chart: .t, better: .increase, frequency: .event, target: 40,
        from: 0.048, to: 0.021, course: .improvesUnnamed),
      .share(
        "Line care as agreed", .process, of: "Line days observed",
        counting: "Line days with all steps done",
        "All seven steps seen by an observer; about forty line days each month.",
        better: .increase, target: 95, from: 0.66, to: 0.88, size: 34...46, course: .improves),
    ],
    ideas: [
      Idea(
        name: "Still needed? asked every morning", kind: .changeIdea,
        change: "The round asks for each line whether it is still needed, and by when it goes.",
        theory: "If lines go a day earlier, then there are fewer days to get infected.",
        unit: "lines",
        lessons: [
          "A date for removal works better than a yes or no.",
          "Parents remind us, once they know the question.",
        ], surprise: "Two lines had been forgotten over a weekend.",
        avoid: "Do not remove a line on a Friday evening without a plan."),
      Idea(
        name: "Two-person line change", kind: .protocol,
        change: "One changes the line, one reads the steps aloud.",
        theory: "If steps are read aloud, then none is skipped.", unit: "changes",
        lessons: [
          "The reader must not help.", "A laminated card at the incubator is enough.",
        ], surprise: "New colleagues felt safer at once.",
        avoid: "Do not let the reader answer the phone."),
      Idea(
        name: "Scrub timer song", kind: .education,
        change: "Fifteen seconds of a song while the hub is scrubbed.",
        theory: "If time is heard, then nobody stops after five seconds.", unit: "nurses",
        lessons: [
          "Humming is enough at night.", "A sand glass works as well and wakes nobody.",
        ], surprise: "Parents sing along.", avoid: "Do not play music from a phone."),
    ],
    barriers: [("Observers are missing at night", "Parents as observers, by their own wish")])
}
