import JSONTree

extension DriverTree {
  /// The drivers as a document keeps them: in reading order, each with its level and the driver above.
  public var driverRecords: [JSON] { records(of: .driver) }

  /// The change ideas as a document keeps them, each with its driver.
  public var ideaRecords: [JSON] { records(of: .idea) }

  /// A project's document with its drivers and ideas as they stand here.
  public func written(into tree: JSON) -> JSON {
    var tree = tree
    for (field, records) in [("drivers", driverRecords), ("ideas", ideaRecords)] {
      tree[field] = records.isEmpty ? nil : .array(records)
    }
    return tree
  }

  private func records(of kind: Kind) -> [JSON] {
    var above: [String] = []
    var records: [JSON] = []
    for entry in entries {
      above.removeLast(max(0, above.count - entry.depth))
      if entry.kind == kind {
        var record = entry.record
        record["id"] = .string(entry.id)
        record[kind == .driver ? "parent" : "driver"] = above.last.map(JSON.string)
        if kind == .driver { record["level"] = JSON(entry.depth + 1) }
        records.append(record)
      }
      if entry.kind == .driver { above.append(entry.id) }
    }
    return records
  }

  /// The same with drivers before ideas everywhere.
  var settled: DriverTree { DriverTree(drivers: driverRecords, ideas: ideaRecords) }
}
