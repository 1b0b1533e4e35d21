/// What a trial of faults came to.
public struct FaultTally: Sendable {
  /// Programs at one of whose calls something went wrong.
  public var cases = 0
  /// Disks unlike one another that a program left which ended at a call.
  public var disks = 0
  /// Programs that went on from such a disk, and at one of whose calls something went wrong.
  public var casesInRecovery = 0
  /// Of all, those in which whoever asked was told that it is done.
  public var answered = 0
  public var refused = 0
  /// The calls that were hit.
  public var calls: Set<SystemCall> = []
  public var losses: [String] = []

  public init() {}

  public static func += (left: inout FaultTally, right: FaultTally) {
    left.cases += right.cases
    left.disks += right.disks
    left.casesInRecovery += right.casesInRecovery
    left.answered += right.answered
    left.refused += right.refused
    left.calls.formUnion(right.calls)
    left.losses += right.losses
  }

  public var words: String {
    """
    faults \(cases), and during recovery \(casesInRecovery) from \(disks) disks
    answered all the same \(answered), refused \(refused)
    calls that were hit: \(calls.map(\.rawValue).sorted().joined(separator: " "))
    lost or half done \(losses.count)
    """
  }
}
