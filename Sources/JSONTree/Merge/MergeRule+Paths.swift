extension MergeRule {
  /// The way to a place in a document as positions, from the way as a conflict names it; nil where
  /// a record on it is gone.
  ///
  /// `drivers.d1.text` becomes `drivers.3.text` where the record `d1` is the fourth.
  public func positions(of path: JSONPath, in tree: JSON) -> JSONPath? {
    var steps: [String] = []
    var rule = self
    var value: JSON? = tree
    for step in path.steps {
      if case .keyed(let field, let record) = rule, let list = value?.array {
        let wanted = Array(step.utf8)
        guard let index = list.firstIndex(where: { KeyedRecords.key(of: $0, field) == wanted })
        else { return nil }
        steps.append(String(index))
        (rule, value) = (record, list[index])
      } else {
        steps.append(step)
        (rule, value) = (rule.rule(for: step), value?[step])
      }
    }
    return JSONPath(steps)
  }
}
