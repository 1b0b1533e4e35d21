import JSONTree

/// The fields of a PDSA cycle, stage by stage.
///
/// The quick form asks what is to be learnt, what is expected, what will be tried and when. What
/// will be tried is the change idea in the team's own words; who does what, where, follows in the
/// plan's tasks.
enum CycleTable {
  static let table = DocumentTable(
    .cycle, title: "title",
    quick: ["plan.objective", "plan.predictions.0.prediction", "changeIdea.text", "plannedStart"],
    frame + plan + carryingOut + study + act)

  private static let frame: [Field] = [
    Field(
      "title", .text, "Title",
      "A few words to know it by, e.g. Warm blanket before theatre; left empty it is taken from "
        + "what you want to learn.", [.listed, .searchable, .derived], required: .always),
    Field(
      "project", .reference(.project), "Project", "The project it belongs to.", .listed,
      required: .always),
    Field(
      "site", .reference(.site), "Site",
      "Where it is tested, if the project has several sites.", .listed),
    Field(
      "stage", CycleStage.kind, "Stage", "How far it has come.", .listed, required: .always,
      initial: "plan"),
    Field(
      "purpose", CyclePurpose.kind, "Purpose", "What it is for; most cycles test a change.",
      .listed, initial: "test"),
    Field(
      "owner", .reference(.member), "Owner", "Who keeps it going.", .listed),
    Field(
      "testers", .list(.reference(.member)), "Testers", "Who tries it out."),
    Field(
      "ramp", .text, "Ramp",
      "The chain of tests it is part of, one change idea each, e.g. Warm blanket.",
      [.listed, .searchable]),
    Field(
      "parentCycle", .reference(.cycle), "Follows on from",
      "The cycle whose lesson this one carries on."),
    Field("clonedFrom", .reference(.cycle), "Copied from", "The cycle this one was copied from."),
    Field("driver", .text, "Driver", "The driver of the project that it works on, by its id."),
    Field(
      "changeIdea.text", .longText, "What will you try?",
      "The change in your own words, e.g. A warm blanket for every patient in the waiting area.",
      [.quick, .searchable]),
    Field(
      "changeIdea.resource", .reference(.resource), "Idea from the commons",
      "The shared resource you are trying."),
    Field("changeIdea.version", .integer, "Version of the idea", "Which version you are trying."),
    Field(
      "changeIdea.adoption", .reference(.adoption), "Try-out",
      "The site's try-out of the idea that this cycle is part of."),
    Field(
      "plannedStart", .date, "When do you start?", "e.g. today, fri, +2w or 2026-03-14.",
      [.listed, .quick]),
    Field(
      "plannedEnd", .date, "When do you look at it?",
      "The day on which you look at the result, e.g. +2w or 2026-03-28.", .listed),
    Field("actualStart", .date, "Started on", "The day the test began."),
    Field("actualEnd", .date, "Ended on", "The day the test ended."),
    Field(
      "scale.patients", .integer, "How many patients?",
      "Start small: the first test of an idea is about 1, then 5, then 25.", unit: "patients"),
    Field("scale.clinicians", .integer, "How many clinicians?", "e.g. 1", unit: "clinicians"),
    Field("scale.encounters", .integer, "How many encounters?", "e.g. 1", unit: "encounters"),
    Field("scale.setting", .text, "Where?", "e.g. Theatre 2, morning list"),
    Field(
      "scale.conditions", .text, "Under which conditions?", "e.g. weekdays, planned surgery only"),
    Field(
      "howSure.before.degreeOfBelief", DegreeOfBelief.kind, "How sure that it works?",
      "Before the test."),
    Field(
      "howSure.before.costOfFailure", CostOfFailure.kind, "What if it failed?",
      "What it would cost patients, trust or time; before the test."),
    Field(
      "howSure.before.commitment", Commitment.kind, "Are those involved ready?", "Before the test."),
    Field(
      "howSure.after.degreeOfBelief", DegreeOfBelief.kind, "How sure are you now?",
      "After the test."),
    Field(
      "howSure.after.costOfFailure", CostOfFailure.kind, "What if it failed now?",
      "After the test."),
    Field(
      "howSure.after.commitment", Commitment.kind, "Are those involved ready now?",
      "After the test."),
    Field(
      "harm.what", .longText, "Harm",
      "Any harm to a patient, family or colleague, without naming them; your coach sees it at "
        + "once. Report it to your incident system as well: huddle does not.", .searchable),
    Field(
      "harm.when", .date, "Harm on", "The day it happened.",
      required: .when(.isFilled("harm.what"))),
  ]

  private static let plan: [Field] = [
    Field(
      "plan.objective", .longText, "What do you want to learn?",
      "e.g. Does a warm blanket keep patients above 36 °C until theatre?", [.quick, .searchable]),
    Field(
      "plan.theory", .longText, "Theory",
      "If … then …, e.g. If patients are warmed while they wait, then fewer arrive cold.",
      .searchable),
    Field(
      "plan.predictions",
      .records(
        [
          Field(
            "question", .longText, "Question", "e.g. How many patients will get the blanket?",
            .searchable),
          Field(
            "prediction", .longText, "What do you expect to happen?",
            "e.g. 9 of 10 patients get the warm blanket.", [.quick, .searchable],
            required: .always),
          Field("expectedValue", .number, "Expected value", "The number you expect, e.g. 90."),
          Field("measure", .reference(.measure), "Measure", "The measure that will tell."),
          Field(
            "madeAt", .timestamp, "Made at",
            "When it was written down; one made after the start is marked so.", .automatic),
        ], keyedBy: nil), "Predictions",
      "What you expect before you start; a surprise teaches most."),
    Field(
      "plan.tasks",
      .records(
        [
          Field("what", .text, "What?", "e.g. Put ten blankets in the warmer", required: .always),
          Field("who", .reference(.member), "Who?", "Who does it."),
          Field("when", .date, "When?", "e.g. fri"),
          Field("where", .text, "Where?", "e.g. Day unit"),
          Field("done", .completion, "Done on", "The day it was done."),
        ], keyedBy: nil), "Tasks", "Who does what, when and where."),
    Field(
      "plan.dataPlan", .longText, "What will you note down?",
      "e.g. Temperature on arrival in theatre, on a tally sheet by the door."),
    Field(
      "plan.stopCriteria", .longText, "When would you stop?",
      "e.g. If a list starts more than 10 minutes late because of it."),
  ]

  private static let carryingOut: [Field] = [
    Field(
      "do.carriedOutAsPlanned", .boolean, "Carried out as planned?", "yes or no"),
    Field(
      "do.deviations", .list(.longText), "What was different?",
      "One a line, e.g. The warmer was out of order on Tuesday."),
    Field(
      "do.observations",
      .records(
        [
          Field(
            "text", .longText, "What did you see?", "e.g. Patients asked for a second one.",
            .searchable, required: .always),
          Field("at", .timestamp, "When?", "When it was seen."),
          Field("by", .reference(.member), "By", "Who saw it."),
        ], keyedBy: nil), "Observations", "What was seen and heard on the way."),
    Field(
      "do.unexpected", .list(.longText), "What was unexpected?",
      "One a line, e.g. Families brought blankets of their own."),
  ]

  private static let study: [Field] = [
    Field(
      "study.results",
      .records(
        [
          Field(
            "prediction", .integer, "Prediction",
            "Which prediction, counted from 0; left out, the one at the same place."),
          Field(
            "result", .longText, "What happened?", "e.g. 7 of 10 patients got the blanket.",
            .searchable),
          Field("value", .number, "Measured value", "The number you found, e.g. 70."),
          Field("matched", PredictionMatch.kind, "As predicted?", "yes, partly, no or unknown"),
          Field(
            "learning", .longText, "What does that teach?",
            "e.g. Nobody feels responsible between 12 and 13 h.", .searchable),
        ], keyedBy: nil), "Results", "What happened, prediction by prediction."),
    Field(
      "study.summary", .longText, "What did you learn?",
      "e.g. It works when one person owns the warmer.", .searchable),
    Field("study.harm", .longText, "Harm seen in the study", "Any harm found when looking back."),
  ]

  private static let act: [Field] = [
    Field(
      "act.decision", CycleDecision.kind, "What now?", "adopt, adapt, abandon, scale up or repeat",
      .listed),
    Field(
      "act.rationale", .longText, "Why?", "e.g. It helped 7 of 10; the gap has a name.",
      .searchable),
    Field("act.nextCycle", .reference(.cycle), "Next cycle", "The cycle that follows."),
    Field(
      "act.sharedAsResource", .reference(.resource), "Shared as",
      "The resource others can find it as."),
  ]
}
