import DocumentStore
import Improvement
import JSONTree

/// One entry of a project's roster, as somebody saw it.
public struct RosterPlace: Hashable, Sendable {
  public var projectID: DocumentID
  /// Counted from 0.
  public var position: Int
  public var memberID: DocumentID
  public var role: RosterRole

  public init(projectID: DocumentID, position: Int, memberID: DocumentID, role: RosterRole) {
    self.projectID = projectID
    self.position = position
    self.memberID = memberID
    self.role = role
  }
}

/// Who holds which role from when to when. What has ended stays: a roster is a history as well.
extension Collaboration {
  /// Gives somebody a role in a project, from a day on.
  public func giveRole(
    _ role: RosterRole, in projectID: DocumentID, to member: DocumentID, from day: CalendarDate,
    until end: CalendarDate? = nil
  ) throws(CollaborationError) -> Outcome {
    let base = try document(projectID)
    var entry = Self.entry(member, role, from: day)
    entry["to"] = end.map { .string($0.description) }
    var tree = base.tree
    tree["roster"] = .array((tree["roster"]?.elements ?? []) + [entry])
    return try saveRoster(tree, over: base)
  }

  /// Lets a role end with a day, its last one.
  public func endRole(
    _ place: RosterPlace, on day: CalendarDate
  ) throws(CollaborationError) -> Outcome {
    let base = try document(place.projectID)
    var roster = base.tree["roster"]?.elements ?? []
    let index = try index(of: place, in: roster)
    let entry = RosterEntry(roster[index])
    if let from = entry.from, day < from {
      throw .roster(.tooEarly(name(of: entry.member), entry.role, since: from), field: "to")
    }
    roster[index]["to"] = .string(day.description)
    var tree = base.tree
    tree["roster"] = .array(roster)
    return try saveRoster(tree, over: base)
  }

  /// Hands a role over: whoever held it does so until the day before, somebody else from the day on.
  ///
  /// One change, so that taking it back takes back both.
  public func handOver(
    _ place: RosterPlace, to successor: DocumentID, from day: CalendarDate
  ) throws(CollaborationError) -> Outcome {
    let base = try document(place.projectID)
    var roster = base.tree["roster"]?.elements ?? []
    let index = try index(of: place, in: roster)
    let entry = RosterEntry(roster[index])
    let (old, role) = (name(of: entry.member), entry.role)
    guard successor != entry.member else {
      throw .roster(.sameHolder(old, role), field: "member")
    }
    if let from = entry.from, day <= from {
      throw .roster(.tooEarly(old, role, since: from), field: "from")
    }
    if let to = entry.to, to.adding(days: 1) < day {
      throw .roster(.endsBefore(old, role, on: to), field: "from")
    }
    let last = day.adding(days: -1)
    roster[index]["to"] = .string(last.description)
    roster.append(Self.entry(successor, role, from: day))
    var tree = base.tree
    tree["roster"] = .array(roster)
    try checkNewEntries(of: tree, over: base.tree)
    let words =
      "\(name(of: successor)) is \(role.inSentence) of “\(title(of: base))” from \(day.label), "
      + "\(old) until \(last.label)"
    return try save(tree, over: base, note: words).told(words)
  }

  /// The entry that is meant by a role, and by whoever holds it where several do.
  public func rosterPlace(
    _ role: RosterRole, in projectID: DocumentID, heldBy member: DocumentID?
  ) throws(CollaborationError) -> RosterPlace {
    let base = try document(projectID)
    guard base.type == DocumentType.project.rawValue else {
      throw .otherType(found: base.type, expected: .project)
    }
    let found = Project(base.tree).roster.enumerated().filter { _, entry in
      entry.role == role && (member.map { $0 == entry.member } ?? true)
        && (entry.isHeld(on: clock.today) || entry.isAhead(on: clock.today))
    }
    guard let first = found.first else {
      throw .roster(
        .notHeld(role, project: title(of: base), by: member.map(name)), field: "role")
    }
    guard found.count == 1 else {
      throw .roster(
        .heldBySeveral(
          role, project: title(of: base), names: found.map { name(of: $0.element.member) }),
        field: "role")
    }
    return RosterPlace(
      projectID: projectID, position: first.offset, memberID: first.element.member, role: role)
  }

  /// Saves a project whose roster was changed, saying who does what from when on.
  ///
  /// Whoever is new in it has to be a member by then, and nobody stands in one role twice.
  public func saveRoster(
    _ tree: JSON, over base: StoredDocument
  ) throws(CollaborationError) -> Outcome {
    try checkNewEntries(of: tree, over: base.tree)
    let words = rosterWords(of: tree, over: base)
    let saved = try save(tree, over: base, note: words)
    return words.map(saved.told) ?? saved
  }

  private static func entry(
    _ member: DocumentID, _ role: RosterRole, from day: CalendarDate
  ) -> JSON {
    ["member": .string(member), "role": .string(role.rawValue), "from": .string(day.description)]
  }

  /// Entries have no ids: the one that is meant is at its place, or elsewhere by now.
  private func index(
    of place: RosterPlace, in roster: [JSON]
  ) throws(CollaborationError) -> Int {
    func isMeant(_ index: Int) -> Bool {
      let entry = RosterEntry(roster[index])
      return entry.member == place.memberID && entry.role == place.role
    }
    if roster.indices.contains(place.position), isMeant(place.position) { return place.position }
    let meant = roster.indices.filter(isMeant)
    let present = meant.first { !RosterEntry(roster[$0]).hasEnded(by: clock.today) }
    guard let found = present ?? (meant.count == 1 ? meant.first : nil) else {
      throw .roster(.gone(place.role, person: name(of: place.memberID)), field: "role")
    }
    return found
  }

  /// The places at which somebody stands whom, or in a role that, nobody had there before.
  private static func newPlaces(of roster: [JSON], over old: [JSON]) -> [Int] {
    roster.indices.filter { index in
      guard index < old.count else { return true }
      let (entry, before) = (RosterEntry(roster[index]), RosterEntry(old[index]))
      return entry.member != before.member || entry.role != before.role
    }
  }

  private func checkNewEntries(of tree: JSON, over old: JSON) throws(CollaborationError) {
    let roster = tree["roster"]?.elements ?? []
    let entries = roster.map(RosterEntry.init)
    for index in Self.newPlaces(of: roster, over: old["roster"]?.elements ?? []) {
      let entry = entries[index]
      try checkMembership(of: entry)
      let from = entry.from ?? clock.today
      let isTwice = entries.enumerated().contains { other in
        other.offset != index && other.element.member == entry.member
          && other.element.role == entry.role && !other.element.hasEnded(by: from)
          && !entry.hasEnded(by: other.element.from ?? from)
      }
      if isTwice {
        throw .roster(.holdsAlready(name(of: entry.member), entry.role), field: "member")
      }
    }
  }

  /// Whoever takes a role is a member when it begins, or now where it began long ago.
  func checkMembership(of entry: RosterEntry) throws(CollaborationError) {
    let from = entry.from ?? clock.today
    let isOver = entry.hasEnded(by: clock.today)
    switch person(entry.member).member?.absence(on: isOver ? from : max(from, clock.today)) {
    case .left(let day):
      throw .roster(.notThere(name(of: entry.member), left: day), field: "member")
    case .notYet(let day) where !isOver:
      throw .roster(.notYetThere(name(of: entry.member), joins: day), field: "from")
    default: break
    }
  }

  /// What became of one entry, in a sentence; nil where more than one changed.
  private func rosterWords(of tree: JSON, over base: StoredDocument) -> String? {
    let roster = tree["roster"]?.elements ?? []
    let old = base.tree["roster"]?.elements ?? []
    let changed = roster.indices.filter { $0 >= old.count || roster[$0] != old[$0] }
    guard changed.count == 1, let entry = changed.first.map({ RosterEntry(roster[$0]) }),
      !entry.member.isEmpty
    else { return nil }
    let isAdded = roster.count > old.count
    let span =
      switch (isAdded ? entry.from : nil, entry.to) {
      case (let from?, let to?): " from \(from.label) to \(to.label)"
      case (let from?, nil): " from \(from.label)"
      case (nil, let to?): " until \(to.label)"
      case (nil, nil): entry.from.map { " since \($0.label)" } ?? ""
      }
    return "\(name(of: entry.member)) is \(entry.role.inSentence) of “\(title(of: base))”\(span)"
  }
}

extension Outcome {
  /// The same, told in other words where nothing has to be said about a merge.
  fileprivate func told(_ words: String) -> Outcome {
    hasChanged && !isMerged ? saying(words) : self
  }
}
