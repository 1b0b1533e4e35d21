/// Tables as large as a region's registry exports them.
enum LargeTable {
  static let columns = [
    "--site-column", "org_code", "--period-column", "period", "--numerator-column", "breaches",
    "--denominator-column", "attendances",
  ]

  /// Sites × months, every row of which is wanted.
  static func wanted(
    sites: Int, months: Int, in workplace: Workplace
  ) throws(BenchmarkError) -> String {
    try workplace.write("wanted.csv") { write in
      write("period,org_code,type,attendances,breaches\n")
      for month in 0..<months {
        for site in 1...sites { write(row(month, site, type: "1")) }
      }
    }
  }

  /// A file of at least so many megabytes, of which a small part is wanted.
  static func long(megabytes: Int, in workplace: Workplace) throws(BenchmarkError) -> String {
    try workplace.write("long.csv") { write in
      write("period,org_code,type,attendances,breaches\n")
      for site in 1...100 { write(row(0, site, type: "1")) }
      let block = (1...4_096).map { row($0 % 240, $0, type: "other") }.joined()
      for _ in 0...((megabytes << 20) / block.utf8.count) { write(block) }
    }
  }

  private static func row(_ month: Int, _ site: Int, type: String) -> String {
    let (year, number) = (2006 + month / 12, month % 12 + 1)
    let attendances = 900 + (site * 37 + month * 11) % 400
    let breaches = (site * 13 + month * 7) % 90
    return
      "\(year)-\(number < 10 ? "0" : "")\(number)-01,S\(site),\(type),\(attendances),\(breaches)\n"
  }
}
