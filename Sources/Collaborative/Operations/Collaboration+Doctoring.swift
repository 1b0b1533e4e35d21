import DocumentStore
import Improvement
import JSONTree

/// What a look at the whole store came to, and what was done about it.
public struct Diagnosis: Sendable {
  /// As everything is now.
  public var report: CheckReport
  public var repairs: [Repair] = []
  /// On while too much is broken or gone at once: the store can only be read.
  public var brake: Brake?

  /// Whether there is nothing that must be done.
  public var isSound: Bool { report.isSound && brake == nil }
}

extension Collaboration {
  /// Looks at every document and every file of the store, whoever asks: what is found says where,
  /// and nothing of what a document says.
  ///
  /// - Parameters:
  ///   - repairs: whether what loses nothing is repaired; who may write the folder may do that.
  ///   - accepts: whether the store is right as it is, though much is broken or gone; for stewards.
  public func diagnose(
    repairs: Bool = false, accepts: Bool = false
  ) throws(CollaborationError) -> Diagnosis {
    // Whoever came in by a key has no other right to the folder than the steward's.
    if accepts || repairs && principal.source == .gate {
      try requireSteward(to: "take a store as it is, or repair it from afar")
    }
    var diagnosis = Diagnosis(report: try examine())
    if repairs, !diagnosis.report.findings.isEmpty {
      diagnosis.repairs = try attempt { () throws(StoreError) in
        try store.repair(diagnosis.report, by: principal.author, at: clock.now())
      }
      if !diagnosis.repairs.isEmpty { diagnosis.report = try examine() }
    }
    diagnosis.brake = try attempt { () throws(StoreError) in
      try store.judge(diagnosis.report, accepting: accepts)
    }
    return diagnosis
  }

  /// Refuses what is for those who look after the network.
  ///
  /// - Parameter deed: what is to be done, as in `let members in over SSH`.
  public func requireSteward(to deed: String) throws(CollaborationError) {
    try requireMember()
    if principal.role != .steward { throw denied(.stewardsOnly(principal.role, deed)) }
  }

  private func examine() throws(CollaborationError) -> CheckReport {
    let shared = try [
      sharedNames(of: .member, at: "login"), sharedNames(of: .site, at: "code"),
    ]
    return try attempt { () throws(StoreError) in
      var report = try store.examine { document in
        guard let type = DocumentType(rawValue: document.type) else { return [] }
        return Validation.findings(in: document.tree, type: type).map(\.description)
          + circles(document) + shared.compactMap { $0[document.id] }
      }
      if let finding = try store.examineHistory() { report.findings.append(finding) }
      return report
    }
  }
}
