import JSONTree

extension DocumentTable {
  /// How two people's versions of a document become one, field by field.
  public var merging: MergeRule { Self.merging(of: fields) }

  fileprivate static func merging(of fields: [Field]) -> MergeRule {
    fields.reduce(.natural) { rules, field in rules.setting(field.merging, at: field.path) }
  }
}

extension Field {
  /// Long texts and single values are one version or the other; lists of names are sets, what is
  /// told in steps keeps its order, records are known by their key or by where they stand.
  fileprivate var merging: MergeRule {
    switch kind {
    case .records(let fields, let key):
      let record = isUndivided ? MergeRule.whole : DocumentTable.merging(of: fields)
      return key.map { .keyed(by: $0, record) } ?? .ordered(record)
    case .list(.longText): return .ordered(.whole)
    case .list(.number): return .whole
    case .list: return .set
    default: return .whole
    }
  }
}
