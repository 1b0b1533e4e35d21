import Glibc

/// Lets the heap of a thread grow by a megabyte at a time: page by page, as it does by itself, took a
/// tenth of the time up to the first screen.
func growHeapsInLargeSteps() {
  /// `M_TOP_PAD` of glibc's `<malloc.h>`.
  let topPad: Int32 = -2
  _ = mallopt(topPad, 1 << 20)
}

/// Gives back what was needed for a moment, as for a first screen: an open workbench is one of many
/// on its computer, and glibc keeps what was freed between what is still in use.
func giveBackFreedHeap() { _ = trimHeap(0) }

/// Pages that a process has for itself; 0 where the system does not tell.
func privatePages() -> Int {
  guard let file = fopen("/proc/self/statm", "re") else { return 0 }
  defer { fclose(file) }
  var text = [CChar](repeating: 0, count: 128)
  guard fgets(&text, Int32(text.count), file) != nil else { return 0 }
  let numbers = String(
    decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
  )
  .split(separator: " ").compactMap { Int($0) }
  return numbers.count > 2 ? numbers[1] - numbers[2] : 0
}

/// glibc's `malloc_trim`, likewise.
@_silgen_name("malloc_trim")
private func trimHeap(_ padding: Int) -> Int32

/// glibc's `mallopt`, whose header Swift's import leaves out.
@_silgen_name("mallopt")
private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
