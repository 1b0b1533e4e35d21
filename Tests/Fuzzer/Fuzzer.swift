import Fuzzing
import Glibc

/// Where libFuzzer comes in: `HUDDLE_FUZZ` names the target, and every finding ends the process, as
/// a trap does, so that the bytes are kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let finding = target.finding(in: bytes) {
    print("found: \(finding)")
    fflush(nil)
    abort()
  }
  return 0
}

private let target: FuzzTarget = {
  let name = getenv("HUDDLE_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    print(
      "HUDDLE_FUZZ must be one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    exit(2)
  }
  return target
}()
