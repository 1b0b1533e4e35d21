import Improvement

/// Open needs and offers by what they can be matched by.
///
/// One that changed takes its own words out and puts them in again; what matches it is found when
/// somebody asks. So there is nothing to be made anew but what was asked for, and an index that grew
/// with the changes answers as one made from scratch does.
public struct MatchIndex: Sendable {
  /// Where a subject stands in the arrays; a place that became free is given away again.
  typealias Slot = Int

  struct Posting: Sendable {
    var needs: [Slot] = []
    var offers: [Slot] = []

    var count: Int { needs.count + offers.count }

    subscript(side: MatchSubject.Side) -> [Slot] {
      get { side == .need ? needs : offers }
      set { if side == .need { needs = newValue } else { offers = newValue } }
    }
  }

  var subjects: [MatchSubject?] = []
  var slots: [String: Slot] = [:]
  var words: [String: Posting] = [:]
  var tags: [String: Posting] = [:]
  var categories: [SupportCategory: Posting] = [:]
  private var free: [Slot] = []

  public init() {}

  /// - Complexity: O(all words).
  public init(_ subjects: some Sequence<MatchSubject>) {
    for subject in subjects { set(subject) }
  }

  public var count: Int { slots.count }
  public var ids: some Collection<String> { slots.keys }

  /// Takes a subject in, in the place of what was known of it.
  ///
  /// - Complexity: O(its words).
  public mutating func set(_ subject: MatchSubject) {
    if let slot = slots[subject.id], subjects[slot] == subject { return }
    remove(subject.id)
    let slot: Slot
    if let place = free.popLast() {
      slot = place
      subjects[slot] = subject
    } else {
      slot = subjects.count
      subjects.append(subject)
    }
    slots[subject.id] = slot
    for key in subject.words.words.keys {
      words[key, default: Posting()][subject.side].append(slot)
    }
    for key in subject.words.tags.keys { tags[key, default: Posting()][subject.side].append(slot) }
    categories[subject.category, default: Posting()][subject.side].append(slot)
  }

  /// - Complexity: O(how many share its words).
  public mutating func remove(_ id: String) {
    guard let slot = slots.removeValue(forKey: id), let subject = subjects[slot] else { return }
    subjects[slot] = nil
    free.append(slot)
    for key in subject.words.words.keys { Self.take(slot, subject.side, from: &words, key) }
    for key in subject.words.tags.keys { Self.take(slot, subject.side, from: &tags, key) }
    Self.take(slot, subject.side, from: &categories, subject.category)
  }

  private static func take<Key>(
    _ slot: Slot, _ side: MatchSubject.Side, from postings: inout [Key: Posting], _ key: Key
  ) {
    guard var posting = postings[key], let place = posting[side].firstIndex(of: slot) else {
      return
    }
    postings[key] = nil
    posting[side].swapAt(place, posting[side].count - 1)
    posting[side].removeLast()
    if posting.count > 0 { postings[key] = posting }
  }
}
