import Collaborative
import Improvement
import Plots

/// A project's course, opened over a section: its milestones, its scores, its ramps.
public struct CourseState: Sendable {
  public enum Face: String, Sendable, CaseIterable { case timeline, scores, ramps }

  public var projectID: String
  /// The ramps of one driver; nil for all of the project's.
  public var driverID: String?
  public var face: Face
  public var detail: ProjectDetail?
  public var problem: String?
  public var ticket: Int
  /// The chosen milestone or barrier, counted from 0 over both.
  public var cursor = 0
  /// The chosen test of a ramp.
  public var cycleID: String?
  public var scroll = 0

  public init(projectID: String, driverID: String? = nil, face: Face, ticket: Int) {
    self.projectID = projectID
    self.driverID = driverID
    self.face = face
    self.ticket = ticket
  }

  func question(at place: Int) -> Effect {
    .ask(.course(projectID: projectID), .place(place), ticket: ticket)
  }

  mutating func accept(_ detail: ProjectDetail) {
    self.detail = detail
    problem = nil
    cursor = min(cursor, max(0, entries.count - 1))
    if let cycleID, ramps.contains(where: { $0.cycles.contains { $0.id == cycleID } }) { return }
    cycleID = ramps.first?.cycles.first?.id
  }

  /// The ramps in sight: those of the driver, and of what stands under it.
  var ramps: [ProjectDetail.Ramp] {
    guard let detail else { return [] }
    return driverID.map { detail.ramps(under: $0) } ?? detail.ramps
  }

  /// What the cursor walks on the timeline: the milestones in their order, then the barriers.
  var entries: [ProjectEntry] {
    guard let detail else { return [] }
    return detail.steps.map {
      ProjectEntry(projectID: projectID, list: .milestones, position: $0.position)
    }
      + detail.obstacles.map {
        ProjectEntry(projectID: projectID, list: .barriers, position: $0.position)
      }
  }

  var entry: ProjectEntry? { entries.indices.contains(cursor) ? entries[cursor] : nil }

  /// What the chosen milestone or barrier says.
  var entryText: String {
    guard let detail, let entry else { return "" }
    return switch entry.list {
    case .milestones: detail.steps.first { $0.position == entry.position }?.what ?? ""
    case .barriers: detail.obstacles.first { $0.position == entry.position }?.text ?? ""
    }
  }

  /// The drawing of the ramps.
  var rampTimeline: RampTimeline? {
    detail.map { ProjectDetail.timeline(of: ramps, today: $0.today) }
  }
}
