extension Theme {
  static let access = Theme(
    project: "Seen this week",
    problem: "People wait three weeks for an appointment, and many then do not come.",
    whyNow: "Two neighbouring practices closed and their patients come to us.",
    aim: "The third next appointment within seven days by the end of the year.",
    population: "Everyone registered with the clinic",
    drivers: [
      ("Supply fits demand", ["Demand counted by weekday", "Protected same-day slots"]),
      ("Appointments are not lost", ["Reminders", "Easy to cancel"]),
    ],
    measures: [
      .value(
        "Days to the third next appointment", .outcome,
        "Days until the third free appointment, looked up on the first Tuesday of the month.",
        unit: "days", data: .continuous, chart: .run, better: .decrease, target: 7, from: 19,
        to: 10, course: .improvesUnnamed),
      .share(
        "Missed appointments", .process, of: "Appointments booked",
        counting: "Appointments missed without a call",
        "People who did not come and did not cancel.", better: .decrease, target: 5, from: 0.11,
        to: 0.068, size: 620...760, course: .improves),
      .value(
        "Overtime", .balancing, "Hours of overtime of the whole team in the month.", unit: "hours",
        data: .continuous, chart: .individuals, better: .decrease, from: 26, to: 27),
    ],
    ideas: [
      Idea(
        name: "Same-day slots until ten", kind: .changeIdea,
        change: "A third of the morning stays free until ten for people who call that day.",
        theory: "If today's work is done today, then the queue stops growing.", unit: "mornings",
        lessons: [
          "Six slots are enough, except on Mondays.",
          "Reception needs the words to offer tomorrow with a good conscience.",
        ], surprise: "The phones grew quiet after nine.",
        avoid: "Do not release the slots the evening before."),
      Idea(
        name: "Reminder with a cancel link", kind: .tool,
        change: "A text message two days before, with one link to cancel.",
        theory: "If cancelling is easy, then slots come back in time.", unit: "messages",
        lessons: [
          "The message must name the doctor.", "Landlines need a call instead.",
        ], surprise: "Cancelled slots were refilled within an hour.",
        avoid: "Do not send it at night."),
      Idea(
        name: "Wait list for early risers", kind: .form,
        change: "People who can come at short notice leave their number on a list.",
        theory: "If gaps are filled within the hour, then the queue gets shorter.",
        unit: "patients",
        lessons: [
          "Twenty names are enough; more are never called.",
          "Ask again each month who is still interested.",
        ], surprise: "Shift workers liked it best.",
        avoid: "Do not promise a time."),
    ],
    barriers: [("One phone line", "A call-back function from the provider")])

  static let bloodPressure = Theme(
    project: "Under 140",
    problem: "Four of ten people with high blood pressure are above the agreed level.",
    whyNow: "Two strokes in a month among people we see every quarter.",
    aim: "Seven of ten people below 140/90 within eighteen months.",
    population: "Adults with high blood pressure",
    drivers: [
      ("Readings we can trust", ["Readings at home", "Right cuff"]),
      ("Treatment moves when it should", ["Next step agreed beforehand"]),
    ],
    measures: [
      .share(
        "Blood pressure controlled", .outcome, of: "Adults with high blood pressure",
        counting: "Adults with the last reading below 140/90",
        "The last reading of the past twelve months, at home or in the practice.",
        better: .increase, target: 70, from: 0.585, to: 0.655, size: 2450...2900,
        course: .improvesUnnamed, chart: .pPrime),
      .share(
        "Readings from home", .process, of: "Adults seen", counting: "Adults who brought readings",
        "A week of readings, on paper or on the phone.", better: .increase, target: 60,
        from: 0.22, to: 0.47, size: 130...190, course: .improves),
    ],
    ideas: [
      Idea(
        name: "Borrow a cuff", kind: .tool,
        change: "People take a blood pressure cuff home for a week.",
        theory: "If we see a week of readings, then we treat the person and not the visit.",
        unit: "people",
        lessons: [
          "A deposit is not needed: all but one came back.",
          "A picture shows where the arm should rest.",
        ], surprise: "A third were fine at home and high only with us.",
        avoid: "Do not lend one size for all arms."),
      Idea(
        name: "Next step agreed beforehand", kind: .protocol,
        change: "Doctor and patient write down what happens if the week is too high.",
        theory: "If the next step is agreed, then treatment moves without another visit.",
        unit: "people",
        lessons: [
          "Write it in the patient's words.", "The nurse can take the step when it is written.",
        ], surprise: "People called to say that they had reached their goal.",
        avoid: "Do not write more than one step."),
      Idea(
        name: "Salt swap at the market", kind: .education,
        change: "A peer shows low-salt seasoning at the weekly market stall.",
        theory: "If cooking changes, then some need no further tablet.", unit: "visitors",
        lessons: [
          "Tasting convinces, leaflets do not.",
          "The stall needs someone who speaks two languages.",
        ], surprise: "People brought their own recipes.",
        avoid: "Do not measure blood pressure in the queue."),
    ],
    barriers: [("Twelve cuffs for two thousand people", "A village club buys thirty more")])

  static let homeVisits = Theme(
    project: "No visit missed",
    problem: "Visits are missed when tours change, and nobody notices until the family calls.",
    whyNow: "One man waited a day for his insulin.",
    aim: "Fewer than 1 % of planned visits missed by summer.",
    population: "People who are cared for at home",
    drivers: [
      ("Tours that can be kept", ["Travel times known", "Spare hour a day"]),
      ("Missed visits are seen at once", ["Check at noon"]),
    ],
    measures: [
      .share(
        "Missed visits", .outcome, of: "Visits planned", counting: "Visits missed",
        "Planned visits that did not happen on the day and were not called off.",
        better: .decrease, target: 1, from: 0.031, to: 0.016, size: 480...620,
        course: .improvesUnnamed),
      .value(
        "Complaints", .balancing, "Complaints by clients or families in the month.",
        unit: "complaints", data: .count, chart: .c, better: .decrease, from: 5, to: 4),
    ],
    ideas: [
      Idea(
        name: "Check at noon", kind: .changeIdea,
        change: "At noon the office looks which morning visits have no sign-in.",
        theory: "If a gap is seen at noon, then someone can still go.", unit: "days",
        lessons: [
          "Two minutes are enough with the list sorted by tour.",
          "A sign-in that failed looks like a missed visit; call first.",
        ], surprise: "Most gaps were phones without signal.",
        avoid: "Do not use it to watch people."),
      Idea(
        name: "One spare hour a tour", kind: .protocol,
        change: "Each tour has one hour without a plan.",
        theory: "If there is room, then a delay does not run through the whole day.", unit: "tours",
        lessons: [
          "The hour belongs after lunch.", "It gets filled unless the planner guards it.",
        ], surprise: "Overtime fell.", avoid: "Do not sell the hour to new clients."),
      Idea(
        name: "Family sees the plan", kind: .tool,
        change: "Families see the tour of the day on a page without names.",
        theory: "If families know who comes when, then they call early when nobody came.",
        unit: "families",
        lessons: [
          "A window of an hour is honest; a minute is not.",
          "Some families prefer a paper calendar.",
        ], surprise: "Neighbours offered to let us in.",
        avoid: "Do not show other clients' addresses."),
    ],
    barriers: [("Two planners on leave at once", "The night service learns to plan")])
}
