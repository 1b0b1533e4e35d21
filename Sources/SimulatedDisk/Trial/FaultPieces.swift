import DocumentStore

/// A trial of faults in pieces, one for each call of each deed, which do not hang on one another.
public struct FaultPieces: Sendable {
  private let trial: FaultTrial
  private let pieces: [(scene: Scene, position: Int)]

  /// - Throws: why a deed cannot be done even where nothing goes wrong.
  public init(of deeds: [Deed], in trial: FaultTrial) throws(StoreError) {
    self.trial = trial
    var pieces: [(Scene, Int)] = []
    for deed in deeds {
      let scene = try Scene(deed, seams: trial.seams)
      pieces += trial.positions(of: scene).map { (scene, $0) }
    }
    self.pieces = pieces
  }

  public var count: Int { pieces.count }

  /// Which deed a piece is of.
  public func deed(of piece: Int) -> Deed { pieces[piece].scene.deed }

  /// What one of them comes to.
  public func tally(of piece: Int) -> FaultTally {
    var trial = trial
    let (scene, position) = pieces[piece]
    do throws(StoreError) {
      try trial.run(scene, at: position)
      return trial.tally
    } catch {
      var tally = trial.tally
      tally.losses.append("\(scene.deed.rawValue): the trial could not be held: \(error)")
      return tally
    }
  }
}
