import DocumentStore
import Improvement
import JSONTree

/// A store on disks of one small size after the other, written to until they are full and beyond.
struct SpaceTrial {
  let bench: Bench
  private var generator: SplitMix
  private(set) var saved = 0
  private(set) var refused = 0
  private(set) var losses: [String] = []

  /// How many refusals there are before room is made.
  private static let enough = 8
  private static let draft: JSON = ["title": "half a sentence"]

  init(bench: Bench, generator: SplitMix) {
    self.bench = bench
    self.generator = generator
    bench.place = "disk/store"
  }

  /// Writes to a disk of so many kilobytes.
  mutating func sweep(kilobytes: Int) throws(TrialError) {
    let disk = try SmallDisk(at: "\(bench.folder)/disk", kilobytes: kilobytes)
    defer { disk.remove() }
    var writer = Writer(number: 1)
    var found: [String] = []
    let isBegun = try furnish(&found)
    if isBegun {
      let before = refused
      while refused < before + Self.enough { try write(&writer, &found) }
      try check(&writer, &found, "full")
      keepDraft(&found)
    }
    try disk.grow(to: 8_192)
    if !isBegun, try !furnish(&found) { found.append("nothing can be begun when room is made") }
    for _ in 0..<8 where found.isEmpty {
      let before = refused
      try write(&writer, &found)
      if refused > before { found.append("refused still when room is made") }
    }
    try check(&writer, &found, "when room is made")
    losses += found.map { "\(kilobytes) kB: \($0)" }
  }

  /// Makes the store and what the changes are about; false where the disk is too small for that.
  private mutating func furnish(_ found: inout [String]) throws(TrialError) -> Bool {
    for words in [
      ["init", "--name", "Trial"],
      ["add", "site", "name=Riverside", "code=riverside", "kind=hospital"],
      [
        "add", "measure", "name=Waits", "kind=process", "dataKind=continuous", "direction=decrease",
      ],
    ] {
      let (code, _) = try bench.run(words)
      // Begun before room was made.
      let errors = bench.text("run.errors")
      if code == 1, errors.contains("already") || errors.contains("is taken") { continue }
      if code != 0 {
        refuse(words, code, &found)
        return false
      }
    }
    return true
  }

  private mutating func write(
    _ writer: inout Writer, _ found: inout [String]
  ) throws(TrialError) {
    let isStreaming = Bool.random(using: &generator)
    let change = writer.next(&generator, except: [], isStreaming: isStreaming)
    var words = try change.words { (text) throws(TrialError) in
      try bench.write(text, to: "document.json")
    }
    if isStreaming, let operation = change.operation {
      words = ["apply", try bench.write(operation.compactText, to: "operation.jsonl")]
    }
    let (code, _) = try bench.run(words ?? [])
    if code == 0 {
      saved += 1
      writer.note(change, isAcknowledged: true)
    } else {
      refuse(words ?? [], code, &found)
    }
  }

  /// One line, that there is no room and what to do.
  private mutating func refuse(_ words: [String], _ code: Int32, _ found: inout [String]) {
    refused += 1
    let errors = bench.text("run.errors")
    let isApply = words.first == "apply"
    let isClean =
      code == 3 && errors.split(separator: "\n").count == 1
      && (isApply || errors.contains("no room left") && errors.contains("free some space"))
    if !isClean { found.append("\(words.joined(separator: " ")): \(code) \(errors)") }
  }

  /// What was acknowledged is there, what was refused is not, and it can be read.
  private func check(
    _ writer: inout Writer, _ found: inout [String], _ moment: String
  ) throws(TrialError) {
    var tally = Tally()
    do throws(StoreError) {
      let sighting = try Sighting(store: bench.store)
      if sighting.damaged > 0 { tally.others.append("\(sighting.damaged) documents are torn") }
      writer.settle(sighting, &tally)
    } catch {
      tally.others.append("the store does not open: \(error)")
    }
    for words in [["list", "need"], ["doctor"]] {
      let (code, output) = try bench.run(words)
      if code != 0 { tally.others.append("\(words): \(output)\(bench.text("run.errors"))") }
    }
    found += tally.losses.map { "\(moment): \($0)" }
  }

  /// A draft that was kept stays where the next does not fit: the old or the new one is there.
  private func keepDraft(_ found: inout [String]) {
    do throws(StoreError) {
      let store = try DocumentStore.open(at: bench.store, schemas: DocumentType.schemas)
      var kept: JSON?
      for length in [10, 3_000, 60_000, 200_000] {
        var draft = Self.draft
        draft["detail"] = .string(String(repeating: "x", count: length))
        do throws(StoreError) {
          try store.saveDraft(draft, name: "need", member: "someone")
          kept = draft
        } catch {
          guard case .noSpace = error else { throw error }
        }
        if try store.draft(name: "need", member: "someone") != kept {
          found.append("a draft is lost where the next does not fit")
        }
      }
    } catch {
      found.append("a draft: \(error)")
    }
  }
}
