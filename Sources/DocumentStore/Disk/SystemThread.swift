import Glibc

/// Threads of the operating system, for what is to be done at the same time.
public enum SystemThread {
  /// Starts a thread, on another processor than its maker's where there is one.
  ///
  /// Left to itself Linux may have it wait on its maker's processor until that has had its turn of
  /// three milliseconds, which is about what a first screen takes, while the other does nothing.
  ///
  /// - Returns: the thread, to be joined or detached; nil where none can be had, and nothing is done.
  public static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    guard let all = Processors.allowed, let others = all.others else { return create(nil, work) }
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return create(nil, work) }
    defer { pthread_attr_destroy(&attributes) }
    others.give(to: &attributes)
    let elsewhere = create(&attributes) {
      all.giveToOwnThread()
      work()
    }
    // Where processors may not be chosen, any will do.
    return elsewhere ?? create(nil, work)
  }

  /// Starts one that nobody waits for.
  ///
  /// - Returns: false where none can be had, and nothing is done.
  @discardableResult
  public static func run(_ work: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = start(work) else { return false }
    pthread_detach(thread)
    return true
  }

  private static func create(
    _ attributes: UnsafePointer<pthread_attr_t>?, _ work: @escaping @Sendable () -> Void
  ) -> pthread_t? {
    let box = Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, attributes,
      { pointer in
        if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    if code == 0 { return thread }
    box.release()
    return nil
  }

  private final class Box: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}

/// A set of processors, as many as glibc's `cpu_set_t` has bits.
private struct Processors: Sendable {
  private static let bits = 1_024
  private static let bytes = bits / 8
  private var words = [UInt64](repeating: 0, count: bits / 64)

  /// Those that this thread may run on.
  static var allowed: Processors? {
    var set = Processors()
    guard affinity(0, bytes, &set.words) == 0 else { return nil }
    return set
  }

  /// All but the one this thread runs on; nil where that is the only one.
  var others: Processors? {
    let own = Int(currentProcessor())
    guard (0..<Self.bits).contains(own) else { return nil }
    var others = self
    others.words[own / 64] &= ~(1 << UInt64(own % 64))
    return others.words.allSatisfy { $0 == 0 } ? nil : others
  }

  func give(to attributes: inout pthread_attr_t) {
    _ = setAffinity(&attributes, Self.bytes, words)
  }

  func giveToOwnThread() { _ = setAffinity(0, Self.bytes, words) }
}

/// glibc's, whose headers declare them for C's GNU dialect only, which Swift's import leaves out.
@_silgen_name("sched_getcpu")
private func currentProcessor() -> Int32

@_silgen_name("sched_getaffinity")
private func affinity(_ process: Int32, _ bytes: Int, _ set: UnsafeMutablePointer<UInt64>) -> Int32

@_silgen_name("sched_setaffinity")
private func setAffinity(_ process: Int32, _ bytes: Int, _ set: UnsafePointer<UInt64>) -> Int32

@_silgen_name("pthread_attr_setaffinity_np")
private func setAffinity(
  _ attributes: UnsafeMutablePointer<pthread_attr_t>, _ bytes: Int, _ set: UnsafePointer<UInt64>
) -> Int32
