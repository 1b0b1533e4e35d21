import DocumentStore
import Improvement

/// A person's card: where they are, what they do, know and gave. How much anybody does is not told.
extension Collaboration {
  /// How many of somebody's notes are shown; so few that they can't be counted.
  private static let mostNotes = 5

  func memberPage(
    _ member: Member, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let projects = try projects(naming: member.id)
    return Page(
      target, title: member.name,
      subtitle: [
        member.perspective.label, member.networkRole.label,
        member.absence(on: clock.today)?.words ?? "",
      ].filter { !$0.isEmpty }.joined(separator: " · "),
      groups: [
        PageGroup("", try standingLines(member)),
        PageGroup("Sites", homeLines(member)),
        PageGroup("Roles", roleLines(member, projects)),
        PageGroup("Earlier roles", earlierRoleLines(member, projects)),
        PageGroup(
          "Knows and cares about",
          fields.lines(
            "skills", "interests", "caresAbout", "willingTo")),
        PageGroup("Shared", try sharedLines(member)),
        PageGroup("Helped with", try helpLines(member)),
        PageGroup("Wrote lately", try writtenLines(member)),
        PageGroup(
          "About", contactLines(member, fields) + fields.lines("active.from", "active.to")),
        fields.about,
      ])
  }

  private func projects(naming member: DocumentID) throws(CollaborationError) -> [Project] {
    try projects(mentioning: [member]).filter { $0.roster.contains { $0.member == member } }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// What keeps somebody from taking part as they should.
  private func standingLines(_ member: Member) throws(CollaborationError) -> [PageLine] {
    var lines: [PageLine] = []
    switch member.absence(on: clock.today) {
    case .left(let day):
      lines.append(.paragraph("Was a member until \(day.label).", tone: .caution))
    case .notYet(let day):
      lines.append(.paragraph("Will be a member from \(day.label) on.", tone: .caution))
    case .gone, nil: break
    }
    if let login = member.login {
      let others = try documents(.member, withLogin: login).filter { $0.id != member.id }
      if !others.isEmpty {
        let names = others.map(title).joined(separator: ", ")
        lines.append(
          .paragraph(
            "The login \(login) is also that of \(names); one of them needs another one.",
            tone: .bad))
      }
    }
    return lines
  }

  private func documents(
    _ type: DocumentType, withLogin login: String
  ) throws(CollaborationError) -> [StoredDocument] {
    try attempt { () throws(StoreError) in
      try store.documents(ofType: type.rawValue, with: login, at: "login")
    }.filter(mayRead)
  }

  private func homeLines(_ member: Member) -> [PageLine] {
    if member.siteIds.isEmpty {
      return member.networkRole == .lead
        ? [.paragraph("Leads a team and belongs to no site; e names one.", tone: .caution)]
        : [.paragraph("Belongs to no site.", tone: .quiet)]
    }
    return member.siteIds.map { site in
      naming(of: site) == .missing
        ? .item(text: name(of: site), note: "this site is gone; e takes it out", tone: .caution)
        : .item(text: shownName(of: site), target: destination(.site, site))
    }
  }

  private func roleLines(_ member: Member, _ projects: [Project]) -> [PageLine] {
    projects.flatMap { project in
      project.roster.filter { $0.member == member.id && !$0.hasEnded(by: clock.today) }
        .map { entry -> PageLine in
          let time = timeWords(of: entry)
          let since = entry.isAhead(on: clock.today) ? nil : entry.from.map { "since \($0.label)" }
          let parts = [since ?? "", time, entry.to.map { "until \($0.label)" } ?? ""]
          return .item(
            mark: entry.role.label, text: project.name,
            note: parts.filter { !$0.isEmpty }.joined(separator: ", "),
            target: Target(.project, project.id))
        }
    }
  }

  private func earlierRoleLines(_ member: Member, _ projects: [Project]) -> [PageLine] {
    projects.flatMap { project in
      Self.ended(project.roster.filter { $0.member == member.id }, by: clock.today)
        .map { entry -> PageLine in
          .item(
            mark: entry.role.label, text: project.name, note: Self.spanWords(of: entry),
            target: Target(.project, project.id))
        }
    }
  }

  private func contactLines(_ member: Member, _ fields: FieldGroups) -> [PageLine] {
    let lines = fields.lines("contact")
    guard member.id == principal.memberID || principal.role == .steward else {
      return lines.isEmpty
        ? [.paragraph("Not shared: there is no consent to be contacted here.", tone: .quiet)]
        : lines
    }
    guard !lines.isEmpty, !member.mayBeContacted else { return lines }
    return lines + [.paragraph("Seen by nobody else: no consent to be contacted.", tone: .quiet)]
  }
}

/// What somebody gave to others.
extension Collaboration {
  private func sharedLines(_ member: Member) throws(CollaborationError) -> [PageLine] {
    let resources = try documents(.resource, mentioning: [member.id]).map { Resource($0.tree) }
    return resources.filter { $0.authors.contains(member.id) }.map { resource -> PageLine in
      .item(
        mark: resource.kind.label, text: resource.title, target: Target(.resource, resource.id))
    }
  }

  /// Needs that they helped with, what others took of what they offered, and what they still offer.
  private func helpLines(_ member: Member) throws(CollaborationError) -> [PageLine] {
    let needs: [Need] = try documents(.need, mentioning: [member.id]).map { Need($0.tree) }
    let offers: [Offer] = try documents(.offer, mentioning: [member.id]).map { Offer($0.tree) }
    let helped = needs.filter { $0.fulfilledBy == member.id }.map { need -> PageLine in
      .item(
        mark: "helped", text: need.title, note: need.fulfilledAt?.label ?? "",
        target: Target(.need, need.id))
    }
    let told: Set<MatchState> = [.open, .fulfilled]
    let own = offers.filter { $0.member == member.id && told.contains($0.state) }
    let given = own.map { offer -> PageLine in
      .item(
        mark: offer.state == .open ? "offers" : "gave", text: offer.title,
        target: Target(.offer, offer.id))
    }
    return helped + given
  }

  /// A few of the notes for everybody that they wrote, the newest first: what they said, not how
  /// much.
  private func writtenLines(_ member: Member) throws(CollaborationError) -> [PageLine] {
    let told: Set<NoteKind> = [.comment, .encouragement, .question]
    func isTold(_ note: Note) -> Bool {
      guard note.createdBy == member.id, told.contains(note.kind) else { return false }
      return !note.isPrivateToCoaches && [.network, .public].contains(note.visibility)
    }
    let notes: [Note] = try notes(mentioning: [member.id]).filter(isTold)
    let newest = notes.sorted { ($0.createdAt ?? "", $0.id) > ($1.createdAt ?? "", $1.id) }
    return newest.prefix(Self.mostNotes).map { note -> PageLine in
      .item(
        mark: note.kind.label, text: note.body, note: note.createdDay?.label ?? "",
        target: Target(.note, note.id))
    }
  }
}
