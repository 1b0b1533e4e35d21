import DocumentStore
import Glibc
import Synchronization

/// A computer with a disk in memory, and one program on it after another.
///
/// Nothing waits: a lock that another descriptor holds is refused with EDEADLK, since whoever would
/// give it back stands further down on the same stack.
public final class SimulatedComputer: Sendable {
  struct State: Sendable {
    var volume: Volume
    var opened: [Descriptor: Inode] = [:]
    var nextDescriptor: Descriptor = 3
    var locks: [Inode: Descriptor] = [:]
    /// The disk before each call that changed it, where that is recorded.
    var recorded: [Volume]?
  }

  let state: Mutex<State>

  public init(_ volume: Volume) { state = Mutex(State(volume: volume)) }

  /// The disk as it is now.
  public var volume: Volume { state.withLock { $0.volume } }

  /// How many descriptors are open: a program that has ended what it did holds none.
  public var openDescriptors: Int { state.withLock { $0.opened.count } }

  /// The disk before each call that changes it during what follows, and behind the last.
  public func recording(_ body: () throws -> Void) rethrows -> [Volume] {
    state.withLock { $0.recorded = [] }
    defer { state.withLock { $0.recorded = nil } }
    try body()
    return state.withLock { ($0.recorded ?? []) + [$0.volume] }
  }

  /// The file system with the retrying that the live one has.
  public var files: FileSystem { FileSystem(calls) }

  func use<Value: Sendable>(
    _ body: (inout State) throws(SystemFailure) -> Value
  ) throws(SystemFailure) -> Value {
    let result = state.withLock { state -> Result<Value, SystemFailure> in
      // A second reference would make each change copy the whole disk.
      let before = state.recorded == nil ? nil : state.volume
      defer {
        if let before, before.version != state.volume.version { state.recorded?.append(before) }
      }
      do throws(SystemFailure) {
        return .success(try body(&state))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension SimulatedComputer.State {
  mutating func open(_ inode: Inode) -> Descriptor {
    let descriptor = nextDescriptor
    nextDescriptor += 1
    opened[descriptor] = inode
    return descriptor
  }

  func inode(_ descriptor: Descriptor) throws(SystemFailure) -> Inode {
    guard let inode = opened[descriptor] else { throw SystemFailure("use", code: EBADF) }
    return inode
  }
}
