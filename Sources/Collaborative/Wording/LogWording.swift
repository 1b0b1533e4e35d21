import Improvement

/// The sentences about a logged number.
struct LogWording {
  var text: String
  var old: String?
  var period: Period
  var place: String
  var today: CalendarDate

  var done: String {
    let before = old.map { $0.isEmpty || $0 == text ? "" : " (was \($0))" } ?? ""
    let ahead = period.firstDay > today ? "; this period lies ahead, check the date" : ""
    return "logged \(text) for \(period.label): \(place)\(before)\(ahead)"
  }

  var unchanged: String {
    "nothing to change: \(place) has \(text) for \(period.label) already"
  }
}
