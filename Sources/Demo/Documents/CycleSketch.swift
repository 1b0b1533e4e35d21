import Improvement

/// What is decided about a cycle before its texts are written.
struct CycleSketch {
  var idea: Idea
  /// The theme and position of the idea's resource in the commons, if it has one.
  var resource: (theme: Int, idea: Int)?
  /// The position of the cycle before it in the same ramp.
  var parent: Int?
  /// How many are tested; 0 for an implementation.
  var size: Int
  var purpose: CyclePurpose = .test
  var stage: CycleStage
  var start: CalendarDate
  var days: Int = 14
  var decision: CycleDecision = .adapt
  var isPredicted = true
  var isPredictedLate = false
  var harm: String?
}

extension World {
  /// Nine cycles of a site: a ramp that ended in an implementation, one under way, one just begun.
  func sketches(ofSite site: Int) -> [CycleSketch] {
    let sort = sort(ofSite: site)
    let ideas = Theme.all[sort].ideas
    let change = changeDay(ofSite: site)
    func sketch(
      _ idea: Int, after parent: Int?, _ size: Int, _ stage: CycleStage, _ start: CalendarDate
    ) -> CycleSketch {
      CycleSketch(
        idea: ideas[idea], resource: idea < 2 ? (sort, idea) : nil, parent: parent, size: size,
        stage: stage, start: start)
    }
    var all = [
      sketch(0, after: nil, 1, .closed, change.adding(days: -118)),
      sketch(0, after: 0, 5, .closed, change.adding(days: -84)),
      sketch(0, after: 1, 25, .closed, change.adding(days: -48)),
      sketch(0, after: 2, 0, .closed, change),
      sketch(1, after: nil, 1, .closed, today.adding(days: -151)),
      sketch(1, after: 4, 5, .closed, today.adding(days: -96)),
      sketch(1, after: 5, 25, [.study, .do, .act][sort % 3], today.adding(days: -24 - site % 7)),
      sketch(2, after: nil, 1, .closed, today.adding(days: -72)),
      sketch(2, after: 7, 5, [.plan, .do, .plan, .study][sort % 4], today.adding(days: 6)),
    ]
    all[1].decision = .scaleUp
    all[2].decision = .adopt
    all[3].purpose = .implement
    all[3].days = 60
    all[3].decision = .adopt
    all[5].decision = .scaleUp
    all[6].days = sort % 4 == 2 ? 12 : 42
    all[7].decision = sort % 3 == 1 ? .abandon : .repeat
    if sort % 3 == 1 {
      // What was stopped is not tested larger; the team looks again at how things are.
      all[8].parent = nil
      all[8].purpose = .collect
    }
    if all[8].stage != .plan { all[8].start = today.adding(days: -15) }
    all[4].isPredicted = sort % 5 != 2
    all[5].isPredictedLate = sort == 3
    if sort == 6 { all[4].size = 40 }
    if site == 1 {
      all[6].harm =
        "A patient caught her foot in the cable of the light and bruised her knee. Seen by a "
        + "doctor, nothing broken, reported to the incident system."
    }
    return all
  }
}
