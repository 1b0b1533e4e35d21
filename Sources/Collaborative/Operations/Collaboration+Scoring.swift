import DocumentStore
import Improvement
import JSONTree

/// How far a team has come, as somebody sets it.
public struct ProgressEntry: Sendable {
  /// As it was typed: a score of the scale, the reasons, what could come next, the day.
  public var score: String
  public var why: String
  public var suggestion: String
  /// Empty for today.
  public var date: String

  public init(score: String, why: String = "", suggestion: String = "", date: String = "") {
    self.score = score
    self.why = why
    self.suggestion = suggestion
    self.date = date
  }
}

extension Collaboration {
  /// Whose score this person sets: a coach their own, everybody else the team's.
  public var ownRating: ProgressRater { principal.role == .coach ? .coach : .`self` }

  /// Adds a score to a project.
  ///
  /// - Parameter base: the project as the person saw it; nil reads it now.
  public func score(
    _ project: DocumentID, _ entry: ProgressEntry, over base: StoredDocument? = nil
  ) throws(CollaborationError) -> Outcome {
    let base = if let base { base } else { try document(project) }
    let index = base.tree["progress"]?.array?.count ?? 0
    let day = entry.date.isEmpty ? clock.today.description : entry.date
    let typed = [
      ("date", day), ("score", entry.score), ("why", entry.why), ("suggestion", entry.suggestion),
      ("kind", ownRating.rawValue), ("rater", principal.memberID ?? ""),
    ]
    let assignments = typed.filter { !$0.1.isEmpty }.map {
      Assignment("progress.\(index).\($0.0)", $0.1)
    }
    let scored = try assigning(assignments, to: base.tree, .project)
    let path = JSONPath(["progress", String(index), "date"])
    if let day = scored[path]?.string.flatMap({ CalendarDate($0) }), day > clock.today {
      throw .invalid(.project, [Finding(path: path, label: "Date", problem: .isToCome(day))])
    }
    let words = "scored \(entry.score)\(ownRating == .coach ? " as the coach" : " for the team")"
    let saved = try save(scored, over: base, note: words)
    return saved.hasChanged && !saved.isMerged ? saved.saying(words) : saved
  }

  /// The project that is scored from a site: an active one, first of all one that has a score.
  public func projectToScore(at site: DocumentID) throws(CollaborationError) -> DocumentID? {
    let file = try siteFile(Site(try document(site).tree))
    let active = file.projects.filter { $0.status == .active }
    return (active.first(where: \.isScored) ?? active.first)?.id
  }
}

extension Project {
  var isScored: Bool { latestScore(.`self`) != nil || latestScore(.coach) != nil }
}
