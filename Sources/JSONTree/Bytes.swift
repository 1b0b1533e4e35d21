import Glibc

extension String {
  /// Whether both texts are the same bytes; Swift's `==` holds canonically equivalent ones equal.
  public func hasSameBytes(as other: String) -> Bool { compareBytes(with: other) == 0 }

  /// Negative, zero or positive as this text's UTF-8 stands before, at or behind the other's.
  public func compareBytes(with other: String) -> Int {
    let quick = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in compareBuffers(left, right) }
    }
    if let result = quick ?? nil { return result }
    return compareBuffersOfCopies(Array(utf8), Array(other.utf8))
  }
}

private func compareBuffersOfCopies(_ left: [UInt8], _ right: [UInt8]) -> Int {
  left.withUnsafeBufferPointer { l in right.withUnsafeBufferPointer { compareBuffers(l, $0) } }
}

private func compareBuffers(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
) -> Int {
  let shared = min(left.count, right.count)
  if shared > 0, let l = left.baseAddress, let r = right.baseAddress {
    let order = memcmp(l, r, shared)
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}
