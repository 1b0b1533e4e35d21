/// Picks columns by their names and by what stands in them.
struct ColumnPicker {
  let names: [String]
  let rows: [CSVRow]
  let format: CellNumber

  var period: Int? {
    named(["x", "period", "date", "month", "week", "quarter", "day", "year", "time"])
  }

  func denominator(besides taken: [Int]) -> Int? {
    let index = named(["n", "denominator", "denominators", "total", "opportunities", "bed_days"])
    return index.flatMap { !taken.contains($0) && isNumeric($0) ? $0 : nil }
  }

  func value(besides taken: [Int]) -> Int? {
    let words = ["y", "value", "numerator", "count", "events", "number", "rate"]
    if let index = named(words), !taken.contains(index) { return index }
    return names.indices.first { !taken.contains($0) && isNumeric($0) }
  }

  /// The first column in which something like a number stands, that can't be read as one.
  func nearlyNumeric(besides taken: [Int]) -> Int? {
    names.indices.first { index in
      !taken.contains(index)
        && rows.first { !$0[index].isEmpty }?[index].contains { $0.isASCII && $0.isNumber } ?? false
    }
  }

  /// The only other column that holds numbers; nil where there are none or several.
  func onlyNumber(besides taken: [Int]) -> Int? {
    let others = names.indices.filter { !taken.contains($0) && isNumeric($0) }
    return others.count == 1 ? others[0] : nil
  }

  /// The names of the other columns that hold numbers.
  func numbers(besides taken: [Int]) -> [String] {
    names.indices.filter { !taken.contains($0) && isNumeric($0) }.map { names[$0] }
  }

  private func named(_ words: [String]) -> Int? {
    for word in words {
      if let index = names.firstIndex(where: { plain($0) == word }) { return index }
    }
    return nil
  }

  /// A name as it is compared: `Bed days` as `bed_days`.
  private func plain(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }

  /// Whether the first cells that are filled in are numbers.
  private func isNumeric(_ index: Int) -> Bool {
    let filled = rows.lazy.map { $0[index] }.filter { !$0.isEmpty }.prefix(5)
    return !filled.isEmpty && filled.allSatisfy { format.read($0) != nil }
  }
}
