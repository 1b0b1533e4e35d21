import SimulatedDisk
import Synchronization

/// A trial of faults at work on several threads, each with computers of its own.
final class FaultRun: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var tally = FaultTally()
    var progress = Progress()
  }

  private let pieces: FaultPieces
  private let state = Mutex(State())

  init(_ pieces: FaultPieces) { self.pieces = pieces }

  var tally: FaultTally { state.withLock { $0.tally } }

  /// Takes one piece after another until none is left or too much is lost.
  func work() {
    while let piece = take() {
      let tally = pieces.tally(of: piece)
      state.withLock { state in
        state.done += 1
        state.tally += tally
        state.progress.tell(
          "\(state.done) of \(pieces.count) calls, now \(pieces.deed(of: piece)); faults "
            + "\(state.tally.cases), during recovery \(state.tally.casesInRecovery), "
            + "\(state.tally.losses.count) findings")
      }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < pieces.count, state.tally.losses.count <= 20 else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }
}
