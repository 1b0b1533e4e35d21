/// What a trial of the simulated disk came to.
public struct DiskTally: Sendable {
  /// Disks as a power cut or the end of a program left them, each opened and looked through.
  public var states = 0
  /// Of these, those that met a program that was just recovering.
  public var statesInRecovery = 0
  public var deeds = 0
  /// Changes of the disk before and behind each of which the power was cut.
  public var moments = 0
  /// Changes of one document that nobody had an answer to, and that are there without their line in
  /// the journal.
  public var withoutLine = 0
  public var losses: [String] = []

  public init() {}

  public var words: String {
    """
    states \(states), of them during recovery \(statesInRecovery)
    operations \(deeds), moments of a power cut \(moments)
    unanswered changes without their line in the journal \(withoutLine)
    lost or half done \(losses.count)
    """
  }
}
