import Collaborative
import DocumentStore
import Improvement
import JSONTree

/// Holds a store against every answer that the processes were given.
struct LoadCheck {
  private(set) var findings: [String] = []
  private var documents: [String: StoredDocument] = [:]

  init(of trial: LoadTrial) throws(TrialError) {
    let start = Moment.now
    func tell(_ what: String) {
      Progress.say("checking, \(Int(Moment.now.milliseconds(since: start))) ms: \(what)")
    }
    do throws(StoreError) {
      let store = try DocumentStore.open(at: trial.bench.store, schemas: DocumentType.schemas)
      for type in ["need", "series"] {
        for document in try store.documents(ofType: type) { documents[document.id] = document }
      }
      tell("\(documents.count) documents read")
      let damaged = try store.check()
      tell("every document checked")
      if !damaged.isEmpty { findings.append("\(damaged.count) documents are torn") }
      let entries = try store.journalEntries()
      tell("\(entries.count) lines of the journal read")
      checkJournal(entries, trial)
      tell("the journal compared")
    } catch {
      findings.append("the store does not open: \(error)")
      return
    }
    checkContents(trial)
    tell("the documents compared")
    let (code, output) = try trial.bench.run(["doctor"])
    if code != 0 { findings.append("the doctor finds: \(output)") }
    tell("the doctor asked")
    for writer in trial.writers where writer.waits.contains(where: { $0 > LoadTrial.patience }) {
      findings.append("process \(writer.number) was starved")
    }
  }

  /// Every answer is one transaction of the journal with all its documents, there is no other, and
  /// each document's versions follow one another up to the one that is there.
  private mutating func checkJournal(_ entries: [JournalEntry], _ trial: LoadTrial) {
    var entryOf: [String: String] = [:]
    var versions: [String: [(old: String?, new: String?)]] = [:]
    for entry in entries {
      for change in entry.documents where documents[change.id] != nil {
        if let new = change.new { entryOf["\(change.id) \(new.hex)"] = entry.id }
        versions[change.id, default: []].append((change.old?.hex, change.new?.hex))
      }
    }
    for writer in trial.writers {
      for change in writer.answered {
        let found = change.revisions.map { entryOf["\($0.id) \($0.revision)"] }
        if found.contains(nil) || Set(found).count != 1 || found.count != change.parts.count {
          findings.append("not in the journal as one step: \(change.line)")
        }
      }
    }
    for (id, document) in documents {
      if let finding = Self.chain(versions[id] ?? [], upTo: document.revision.hex) {
        findings.append("\(id): \(finding)")
      }
    }
  }

  /// What keeps some changes from being one line from nothing to the version that is there.
  private static func chain(
    _ changes: [(old: String?, new: String?)], upTo last: String
  ) -> String? {
    var next: [String: String] = [:]
    for change in changes {
      if next.updateValue(change.new ?? "", forKey: change.old ?? "") != nil {
        return "two changes were made from one version"
      }
    }
    var version = ""
    var length = 0
    while let following = next.removeValue(forKey: version) {
      version = following
      length += 1
    }
    if length < changes.count { return "its versions do not follow one another" }
    return version == last ? nil : "the journal's last version is not the one that is there"
  }

  /// What was acknowledged stands in the documents, and what was refused does not.
  private mutating func checkContents(_ trial: LoadTrial) {
    var tags: [String: Set<String>] = [:]
    for (id, document) in documents { tags[id] = Set(document.tree["tags"]?.strings ?? []) }
    for writer in trial.writers {
      var last: [String: String] = [:]
      for change in writer.answered {
        for (part, revision) in zip(change.parts, change.revisions) {
          switch part {
          case .tag(let id, let tag):
            if tags[id]?.contains(tag) != true { findings.append("\(id) lacks \(tag)") }
          case .title(let id, let text), .added(let id, let text): last["\(id) title"] = text
          case .number(_, let period, let value): last["\(revision.id) \(period)"] = "\(value)"
          case .detail: break
          }
        }
      }
      for (key, text) in last {
        let steps = key.split(separator: " ").map(String.init)
        let tree = documents[steps[0]]?.tree
        let found =
          steps[1] == "title"
          ? tree?["title"]?.string
          : tree?["points"]?.elements.first { $0["period"]?.string == steps[1] }?["value"]?
            .compactText
        if found != text {
          findings.append("\(key): \(text) was saved, \(found ?? "nothing") is there")
        }
      }
      for change in writer.refused {
        for case .tag(let id, let tag) in change.parts where tags[id]?.contains(tag) == true {
          findings.append("\(id) has \(tag), which was refused")
        }
      }
    }
  }
}
