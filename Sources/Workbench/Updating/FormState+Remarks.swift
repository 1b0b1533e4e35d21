import Improvement

extension FormState {
  /// The fields that anybody should be able to read.
  private static let plain: Set<String> = ["plainSummary"]

  /// Says beside a field in plain words how easily what stands there is read.
  mutating func remark(on field: String) {
    guard Self.plain.contains(field) else { return }
    let level = ReadingLevel(values[field] ?? "")
    form?.remarks[field] = level?.description
  }
}
