import Improvement

extension DocumentView {
  /// The day it was made.
  var createdOn: CalendarDate? { createdAt.flatMap { CalendarDate($0.prefix(10)) } }
}

extension Cycle {
  /// The last day up to today on which something happened to it, as far as its own dates say.
  func latestActivity(by today: CalendarDate) -> CalendarDate? {
    let seen = observations.compactMap { $0.at.flatMap { CalendarDate($0.prefix(10)) } }
    let done = tasks.compactMap { task -> CalendarDate? in
      if case .done(let day) = task.done { day } else { nil }
    }
    return ([actualEnd, actualStart, harmOn, createdOn].compactMap(\.self) + seen + done)
      .filter { $0 <= today }.max()
  }
}

extension Project {
  /// The newest score of a kind; of several on one day the last.
  public func latestScore(_ kind: ProgressRater) -> ProgressScore? {
    var newest: (day: CalendarDate, score: ProgressScore)?
    for score in progress where score.kind == kind && score.score != nil {
      guard let day = score.date else { continue }
      if newest.map({ $0.day <= day }) ?? true { newest = (day, score) }
    }
    return newest?.score
  }
}

extension SiteFile {
  /// Whether numbers of a measure are still expected: one that belongs to a project goes with it.
  public func isReported(_ measure: Measure) -> Bool {
    guard let owner = measure.project, let project = projects.first(where: { $0.id == owner })
    else { return true }
    return project.status == .active || project.status == .planned
  }
}

extension Note {
  /// The first words of its text, in quotation marks; long texts end in `…`.
  public var excerpt: String {
    let limit = 80
    let line = body.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard line.count > limit else { return "“\(line)”" }
    let cut = line.prefix(limit)
    let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return "“\(words)…”"
  }
}
