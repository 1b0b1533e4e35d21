import Collaborative
import DocumentStore
import Glibc
import Improvement
import JSONTree

/// How soon the commons answer a key when 20,000 resources were tried 200,000 times.
enum CommonsBenchmark {
  private static let resources = 20_000
  private static let adoptions = 200_000
  private static let sites = 200
  private static let writes = 100

  static func measure(
    in workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    let path = "\(workplace.folder)/commons"
    do {
      try DocumentStore.createInBulk(
        at: path, schemas: DocumentType.schemas, fields: ["name": "Commons", "synthetic": true],
        documents: documents(), journal: [JournalEntry]())
      try measure(path, &report)
    } catch let error as BenchmarkError {
      throw error
    } catch {
      throw .failed(["commons"], "\(error)")
    }
    report.note("Load before: \(load).")
  }

  private static func measure(_ path: String, _ report: inout Report) throws {
    var start = Moment.now
    let steward = try Collaboration.open(path: path, loginAsked: "stella", unixLogin: "stella")
    _ = try steward.commonsRows(CommonsQuery(limit: 500))
    report.add(
      "the first list of all on a computer, which keeps what later ones need",
      "\(Samples.number(Moment.now.milliseconds(since: start))) ms")
    let before = privateMemory
    var opened = Samples()
    for _ in 0..<5 {
      start = Moment.now
      let somebody = try Collaboration.open(
        path: path, loginAsked: "stella", unixLogin: "stella", believes: true)
      _ = try somebody.commonsRows(CommonsQuery(limit: 500))
      opened.add(Moment.now.milliseconds(since: start))
    }
    report.add("the first list of a later session, from opening the store", opened.text("ms"))
    let again = try Collaboration.open(path: path, loginAsked: "stella", unixLogin: "stella")
    start = Moment.now
    _ = try again.commonsRows(CommonsQuery(limit: 500))
    report.add(
      "… where the disk is asked whether it is still so",
      "\(Samples.number(Moment.now.milliseconds(since: start))) ms")
    start = Moment.now
    _ = try again.commonsRows(CommonsQuery(words: "b", isTyping: true, limit: 500))
    report.add(
      "the first letter of the first search, which reads all words",
      "\(Samples.number(Moment.now.milliseconds(since: start))) ms")
    report.add(
      "memory that a session takes for it", "\(max(0, privateMemory - before) / 1024) MB")
    var keys = Samples()
    var worked = Samples()
    var facets = Samples()
    var after = Samples()
    var numbers = SeededNumbers(seed: 7)
    for step in 0..<writes {
      try write(step, again, &numbers)
      var isFirst = true
      for typed in beginnings(of: phrase(&numbers)) {
        let query = CommonsQuery(words: typed, isTyping: true, limit: 500)
        let (began, work) = (Moment.now, Moment.worked)
        _ = try again.commonsRows(query)
        let time = Moment.now.milliseconds(since: began)
        keys.add(time)
        if isFirst { after.add(time) }
        worked.add(Moment.worked.milliseconds(since: work))
        isFirst = false
      }
      var query = CommonsQuery(words: step.isMultiple(of: 2) ? "" : "ward")
      if step.isMultiple(of: 3) { query.facets[.driver] = ["\(topics[step % topics.count])"] }
      if step.isMultiple(of: 5) { query.facets[.kind] = ["tool", "form"] }
      let began = Moment.now
      _ = try again.commonsFacets(query)
      facets.add(Moment.now.milliseconds(since: began))
    }
    report.add(
      "a key of a search, \(keys.count) keys, \(writes) writes between them",
      "\(keys.text("ms")), p99 \(Samples.number(keys.percentile(99)))", target: "p99 16 ms",
      isMet: keys.percentile(99) < 16)
    report.add(
      "… of a processor's work",
      "\(worked.text("ms")), p99 \(Samples.number(worked.percentile(99)))")
    report.add("… the first key after a write", after.text("ms"))
    report.add(
      "counts of all facets", "\(facets.text("ms")), p99 \(Samples.number(facets.percentile(99)))",
      target: "30 ms", isMet: facets.percentile(99) < 30)
  }

  /// A resource's title or another site's try-out, by turns.
  private static func write(
    _ step: Int, _ steward: Collaboration, _ numbers: inout SeededNumbers
  ) throws {
    let resource = id("R", numbers.below(resources))
    if step.isMultiple(of: 2) {
      let title = try Assignment(typed: "title=\(sentence(4, &numbers)) \(step)")
      _ = try steward.set(resource, assignments: [title])
    } else {
      let words = [
        "resource=\(resource)", "site=\(id("S", numbers.below(sites)))", "stage=testing",
      ]
      var assignments: [Assignment] = []
      for word in words { assignments.append(try Assignment(typed: word)) }
      _ = try steward.add(.adoption, assignments: assignments)
    }
  }

  // MARK: What is typed

  /// Two words, one of them often with a typing error.
  private static func phrase(_ numbers: inout SeededNumbers) -> String {
    var words = [word(&numbers), word(&numbers)].map { Array($0) }
    if numbers.below(3) > 0 {
      let index = numbers.below(2)
      let place = 1 + numbers.below(max(1, words[index].count - 2))
      words[index].swapAt(place, min(place + 1, words[index].count - 1))
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func beginnings(of text: String) -> [String] {
    (1...text.count).map { String(text.prefix($0)) }
  }

  // MARK: What is found

  private static let topics = [
    "Normal temperature", "Clean hands", "Fewer falls", "Safe discharge", "Right medicines",
    "Early recognition", "Shared decisions", "Shorter waits", "No pressure ulcers", "Trust first",
  ]

  private static let stems = [
    "warm", "blanket", "theatre", "ward", "nurse", "patient", "family", "catheter", "infection",
    "hygiene", "checklist", "discharge", "medicine", "pressure", "rounding", "sepsis",
    "recognition",
    "antibiotic", "temperature", "reminder", "appointment", "peer", "kitchen", "kidney", "donor",
    "handover", "bedside", "syringe", "insulin", "cuff",
  ]

  /// Words as many as a large commons has: stems, and rarer ones made of syllables.
  private static func word(_ numbers: inout SeededNumbers) -> String {
    if numbers.below(2) == 0 { return stems[numbers.below(stems.count)] }
    let syllables = ["ba", "ther", "mi", "con", "lo", "pre", "ta", "sur", "ge", "ni", "ro", "di"]
    // Of the many possible words a few are frequent and most are rare, as in a language.
    var number = numbers.below(numbers.below(30_000) + 1)
    var word = ""
    repeat {
      word += syllables[number % syllables.count]
      number /= syllables.count
    } while number > 0 || word.utf8.count < 4
    return word
  }

  private static func sentence(_ count: Int, _ numbers: inout SeededNumbers) -> String {
    (0..<count).map { _ in word(&numbers) }.joined(separator: " ")
  }

  /// An id that sorts by its number; a letter keeps the types apart.
  private static func id(_ letter: String, _ number: Int) -> String {
    let digits = String(number)
    return "01kc0mm0ns" + String(repeating: "0", count: 15 - digits.utf8.count)
      + letter.lowercased() + digits
  }

  private static func documents() -> [JSON] {
    var numbers = SeededNumbers(seed: 1)
    func made(_ type: String, _ own: String, _ day: Int) -> JSON {
      [
        "id": .string(own), "type": .string(type), "schema": 1, "visibility": "network", "tags": [],
        "created": [
          "at": .string("2026-0\(1 + day % 9)-1\(day % 9)T08:00:00Z"), "by": .string(id("M", 1)),
        ],
      ]
    }
    var all: [JSON] = []
    var member = made("member", id("M", 1), 1)
    member["name"] = "Stella"
    member["login"] = "stella"
    member["networkRole"] = "steward"
    member["perspective"] = "staff"
    all.append(member)
    for number in 0..<sites {
      var site = made("site", id("S", number), number)
      site["name"] = .string("Site \(number)")
      site["code"] = .string("s\(number)")
      site["kind"] = "hospital"
      all.append(site)
    }
    let kinds = ["change-idea", "tool", "form", "script", "education", "story", "lesson"]
    let evidence = ["idea", "tried-once", "repeated-elsewhere", "published"]
    for number in 0..<resources {
      var resource = made("resource", id("R", number), number)
      resource["title"] = .string(sentence(4, &numbers))
      resource["kind"] = .string(kinds[numbers.below(kinds.count)])
      resource["plainSummary"] = .string(sentence(14, &numbers))
      resource["description"] = .string(sentence(40, &numbers))
      resource["steps"] = .array((0..<4).map { _ in .string(sentence(8, &numbers)) })
      resource["howToStartSmall"] = .string(sentence(10, &numbers))
      resource["drivers"] = [.string(topics[numbers.below(topics.count)])]
      resource["audience"] = [.string("audience \(numbers.below(200))")]
      resource["contextsTested"] = [.string("context \(numbers.below(10_000))")]
      resource["language"] = "en"
      resource["evidence"] = .string(evidence[numbers.below(evidence.count)])
      all.append(resource)
    }
    for number in 0..<adoptions {
      var adoption = made("adoption", id("A", number), number)
      adoption["resource"] = .string(id("R", numbers.below(numbers.below(resources) + 1)))
      adoption["site"] = .string(id("S", number * sites / adoptions))
      adoption["stage"] = .string(["testing", "adapted", "implemented"][numbers.below(3)])
      all.append(adoption)
    }
    return all
  }

  /// What this process alone holds in memory, in KiB.
  private static var privateMemory: Int {
    let lines = text(of: "/proc/self/status").split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("RssAnon:") }) else { return 0 }
    return Int(line.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? 0
  }

  private static var load: String {
    text(of: "/proc/loadavg").split(separator: " ").prefix(3).joined(separator: " ")
  }

  /// The beginning of a file, empty where it can't be read.
  private static func text(of path: String) -> String {
    guard let file = fopen(path, "re") else { return "" }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = fread(&buffer, 1, buffer.count, file)
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }
}
