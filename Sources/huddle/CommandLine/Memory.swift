import Glibc

/// Lets the heap of a thread begin with some megabytes of room and keep what was freed: page by page,
/// as it grows by itself, took a tenth of the time up to a first screen, and giving back a few
/// megabytes to take them again a sixth of a snapshot's. Room that nobody used takes no memory.
func growHeapsInLargeSteps() {
  // `M_TOP_PAD`, `M_MMAP_THRESHOLD` and `M_TRIM_THRESHOLD` of glibc's `<malloc.h>`.
  _ = mallopt(-2, 4 << 20)
  _ = mallopt(-3, 32 << 20)
  _ = mallopt(-1, 256 << 20)
}

/// Takes the pages that the program's variables lie on, before there are threads.
///
/// A page that is looked at first and written to later is copied then, and every processor on which
/// a thread runs is stopped to forget where it was: a tenth of the time up to a first screen. Where
/// the system does not know how to (Linux before 5.14), nothing is done.
func takePagesOfVariables() {
  guard let segment = ProgramSegment.written else { return }
  let file = segment.fileBytes
  // Constants that the linker puts behind the variables need no page of their own.
  take(segment.start, bytes: min(file, 512 << 10))
  take(segment.start + UInt(file), bytes: segment.bytes - file)
}

private func take(_ start: UInt, bytes: Int) {
  let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
  let first = start / page * page
  /// `MADV_POPULATE_WRITE` of Linux.
  let populateWrite: Int32 = 23
  _ = madvise(UnsafeMutableRawPointer(bitPattern: first), bytes + Int(start - first), populateWrite)
}

/// A part of the program as it lies in memory.
struct ProgramSegment {
  var start: UInt
  /// How much of it comes from the file; the rest is empty at first.
  var fileBytes: Int
  var bytes: Int

  /// The last that may be written to: the variables.
  ///
  /// ELF's program headers (`elf(5)`, `Elf64_Phdr`) tell of it, and the kernel where they lie.
  static var written: ProgramSegment? {
    let (table, count) = (auxiliaryValue(3), auxiliaryValue(5))
    guard let table = UnsafeRawPointer(bitPattern: table) else { return nil }
    let headers = (0..<Int(count)).map { table + $0 * 56 }
    let (load, own, writable) = (UInt32(1), UInt32(6), UInt32(2))
    func type(_ header: UnsafeRawPointer) -> UInt32 { header.load(as: UInt32.self) }
    func word(_ header: UnsafeRawPointer, _ offset: Int) -> UInt {
      header.load(fromByteOffset: offset, as: UInt.self)
    }
    let itself = headers.first { type($0) == own }
    // How far from the addresses in the file it was put.
    let moved = itself.map { UInt(bitPattern: table) - word($0, 16) } ?? 0
    let segment = headers.last {
      type($0) == load && $0.load(fromByteOffset: 4, as: UInt32.self) & writable != 0
    }
    return segment.map {
      ProgramSegment(
        start: word($0, 16) + moved, fileBytes: Int(word($0, 32)), bytes: Int(word($0, 40)))
    }
  }
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

/// glibc's `getauxval`: 3 for where the program headers lie, 5 for their number.
@_silgen_name("getauxval")
private func auxiliaryValue(_ type: UInt) -> UInt

/// glibc's `malloc_trim`, likewise.
@_silgen_name("malloc_trim")
private func trimHeap(_ padding: Int) -> Int32

/// glibc's `mallopt`, whose header Swift's import leaves out.
@_silgen_name("mallopt")
private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
