import DocumentStore
import Glibc
import Synchronization

/// What may go wrong at a system call.
public enum Fault: Hashable, Sendable, CaseIterable {
  /// The program ends there, with everything it did so far done.
  case kill
  case inputOutput
  case noSpace
  case notPermitted
  case tooManyOpen
  case interrupted
  /// Half of it is done; of calls that can do half.
  case partly

  /// As the kernel tells it; nil where it says nothing.
  public var code: Int32? {
    switch self {
    case .kill: ECANCELED
    case .inputOutput: EIO
    case .noSpace: ENOSPC
    case .notPermitted: EACCES
    case .tooManyOpen: EMFILE
    case .interrupted: EINTR
    case .partly: nil
    }
  }

  /// Whether a program that does its part notices nothing.
  public var isHarmless: Bool { self == .interrupted || self == .partly }
}

/// Lets one call of a program go wrong, and counts them all.
public final class FaultInjector: Sendable {
  private struct State {
    var calls = 0
    var hit: SystemCall?
    var synchronisations = 0
    /// A number for the disk as each call found it: with the same one it was the same disk.
    var disks: [Int] = []
  }

  private let state = Mutex(State())
  private let position: Int
  private let fault: Fault

  /// - Parameter position: of the call that goes wrong, from 1 on.
  public init(_ fault: Fault = .kill, at position: Int = .max) {
    self.fault = fault
    self.position = position
  }

  /// How many calls were made.
  public var calls: Int { state.withLock { $0.calls } }

  /// Which call went wrong.
  public var call: SystemCall? { state.withLock { $0.hit } }

  /// Whether the call that went wrong found another disk than the one so many calls before.
  func foundAnotherDisk(than distance: Int) -> Bool {
    state.withLock { state in
      guard position <= state.disks.count, position > distance else { return true }
      return state.disks[position - 1] != state.disks[position - 1 - distance]
    }
  }

  /// - Parameter version: of the disk before the call.
  func verdict(_ call: SystemCall, version: Int) -> Verdict {
    state.withLock { state in
      state.calls += 1
      state.disks.append(version + state.synchronisations)
      if call == .synchronise || call == .synchroniseAll { state.synchronisations += 1 }
      if state.calls == position {
        state.hit = call
        return fault.code.map(Verdict.failed) ?? .partly
      }
      // Nothing more happens in a program that has ended.
      if state.calls > position, fault == .kill { return .failed(code: ECANCELED) }
      return .done
    }
  }
}

extension SimulatedComputer {
  /// The file system for a program at one of whose calls something goes wrong.
  public func files(with injector: FaultInjector) -> FileSystem {
    FileSystem(
      calls.watched(
        failToSynchronise: { [self] in refuse($0) }, by: { [self] in verdict($0, of: injector) }))
  }

  /// What somebody wants to become of a program's call.
  func verdict(_ call: SystemCall, of injector: FaultInjector) -> Verdict {
    injector.verdict(call, version: state.withLock { $0.volume.version })
  }

  /// The disk refuses what was written to a file.
  func refuse(_ descriptor: Descriptor) {
    state.withLock { state in
      guard let inode = state.opened[descriptor] else { return }
      try? state.volume.failToSynchronise(inode)
    }
  }
}
