import Glibc

/// A file's bytes in mapped memory: they cost no memory of their own until they are looked at, and
/// what several processes map they share.
///
/// The file must never be shortened or rewritten, only replaced as a whole: a mapping of the old
/// one then stays as it was.
public final class MappedFile: Sendable {
  /// Unsafe to the compiler because a pointer says nothing of who else writes. Nobody does: it is set
  /// once in `init`, its pages are only read until `deinit` unmaps them, and `deinit` runs when no
  /// thread holds the object any more.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// - Parameter count: the file's size in bytes.
  init(_ file: Descriptor, count: Int) throws(SystemFailure) {
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      throw SystemFailure("map", code: errno)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  /// The same for bytes that are in no file of this computer's.
  public init(_ content: [UInt8]) throws(SystemFailure) {
    guard !content.isEmpty else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let shown = PROT_READ | PROT_WRITE
    guard let start = mmap(nil, content.count, shown, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { throw SystemFailure("map", code: errno) }
    UnsafeMutableRawBufferPointer(start: start, count: content.count).copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(start: start, count: content.count)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }

  var count: Int { bytes.count }

  /// Does something with the bytes of a range, which has to lie within the file.
  func withBytes<Value>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Value
  ) -> Value {
    body(UnsafeRawBufferPointer(rebasing: bytes[range]))
  }
}
