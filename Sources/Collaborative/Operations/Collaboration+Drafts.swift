import DocumentStore
import Improvement
import JSONTree

/// The texts of a form that was not finished.
public struct KeptDraft: Hashable, Sendable {
  /// The name of its form.
  public var name: String
  public var values: [String: String]
  /// The day it was kept.
  public var on: CalendarDate
}

/// What somebody typed and has not saved, which outlives the program, the line and a full disk.
extension Collaboration {
  /// Keeps the texts of a form under its name: in the store or, where its disk does not take them,
  /// in a folder of this person's.
  public func keepDraft(_ values: [String: String], name: String) throws(StoreError) {
    guard let me = authority.identity.memberID else { return }
    let tree: JSON = [
      "values": .object(JSONObject(values.map { ($0.key, JSON.string($0.value)) }))
    ]
    do throws(StoreError) {
      try store.saveDraft(tree, name: name, member: me)
    } catch {
      guard let elsewhere = elsewhere(me), (try? elsewhere.save(tree, name: name)) != nil else {
        throw error
      }
      return
    }
    try? elsewhere(me)?.remove(name: name)
  }

  /// The texts of a form that was not finished, by field; nil where there is none.
  public func draft(name: String) -> [String: String]? {
    guard let me = authority.identity.memberID else { return nil }
    // One that the store did not take is younger than one that it took.
    let tree = elsewhere(me)?.draft(name: name) ?? (try? store.draft(name: name, member: me)) ?? nil
    guard let fields = tree?["values"]?.object?.fields else { return nil }
    return Dictionary(
      fields.compactMap { field in field.value.string.map { (field.key, $0) } },
      uniquingKeysWith: { $1 })
  }

  /// All that this person typed and has not saved, the oldest first.
  public func drafts() -> [KeptDraft] {
    guard let me = authority.identity.memberID else { return [] }
    let kept = (try? store.drafts(of: me)) ?? []
    return kept.compactMap { kept in
      guard let values = draft(name: kept.name), !values.isEmpty,
        let day = CalendarDate("\(kept.at)".prefix(10))
      else { return nil }
      return KeptDraft(name: kept.name, values: values, on: day)
    }
  }

  public func forgetDraft(name: String) throws(StoreError) {
    guard let me = authority.identity.memberID else { return }
    try elsewhere(me)?.remove(name: name)
    try store.removeDraft(name: name, member: me)
  }

  private func elsewhere(_ member: String) -> DraftsElsewhere? {
    draftsElsewhere.map { DraftsElsewhere(in: $0, store: store, member: member) }
  }
}
