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
  private let count = Mutex(0)
  private let position: Int
  private let fault: Fault
  private let hit = Mutex<SystemCall?>(nil)

  /// - Parameter position: of the call that goes wrong, from 1 on.
  public init(_ fault: Fault = .kill, at position: Int = .max) {
    self.fault = fault
    self.position = position
  }

  /// How many calls were made.
  public var calls: Int { count.withLock { $0 } }

  /// Which call went wrong.
  public var call: SystemCall? { hit.withLock { $0 } }

  public func verdict(_ call: SystemCall) -> Verdict {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number == position {
      hit.withLock { $0 = call }
      return fault.code.map(Verdict.failed) ?? .partly
    }
    // Nothing more happens in a program that has ended.
    if number > position, fault == .kill { return .failed(code: ECANCELED) }
    return .done
  }
}

extension SimulatedComputer {
  /// The file system for a program at one of whose calls something goes wrong.
  public func files(with injector: FaultInjector) -> FileSystem {
    FileSystem(
      calls.watched(
        failToSynchronise: { [self] in refuse($0) }, by: { injector.verdict($0) }))
  }

  /// The disk refuses what was written to a file.
  func refuse(_ descriptor: Descriptor) {
    state.withLock { state in
      guard let inode = state.opened[descriptor] else { return }
      try? state.volume.failToSynchronise(inode)
    }
  }
}
