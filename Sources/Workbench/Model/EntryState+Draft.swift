import Collaborative
import Improvement

/// A grid that was left is kept as texts by name, as any form is.
extension EntryState {
  /// Nothing where nothing was typed.
  var draftValues: [String: String] {
    var values: [String: String] = [:]
    for (key, entry) in entries {
      values["\(key) number"] = entry.text
      values["\(key) note"] = entry.note
      values["\(key) before"] = entry.before
      values["\(key) note before"] = entry.noteBefore
    }
    return values
  }

  /// What a draft holds for the rows that are there.
  static func entries(
    from values: [String: String], _ rows: [EntryRow]
  ) -> [String: NumberEntry] {
    let bySeries = Dictionary(rows.map { ($0.seriesID, $0) }, uniquingKeysWith: { old, _ in old })
    var entries: [String: NumberEntry] = [:]
    for (name, text) in values where name.hasSuffix(" number") {
      let key = String(name.dropLast(" number".count))
      let parts = key.split(separator: " ").map(String.init)
      guard parts.count == 2, let row = bySeries[parts[0]], let period = Period(parts[1]) else {
        continue
      }
      entries[key] = NumberEntry(
        seriesID: row.seriesID, siteID: row.siteID, measureID: row.measure.id, period: period,
        text: text, note: values["\(key) note"] ?? "", before: values["\(key) before"] ?? "",
        noteBefore: values["\(key) note before"] ?? "")
    }
    return entries
  }
}
