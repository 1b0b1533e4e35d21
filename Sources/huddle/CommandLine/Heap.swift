/// Lets the heap of a thread grow by a megabyte at a time: page by page, as it does by itself, took a
/// tenth of the time up to the first screen.
func growHeapsInLargeSteps() {
  /// `M_TOP_PAD` of glibc's `<malloc.h>`.
  let topPad: Int32 = -2
  _ = mallopt(topPad, 1 << 20)
}

/// glibc's `mallopt`, whose header Swift's import leaves out.
@_silgen_name("mallopt")
private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
