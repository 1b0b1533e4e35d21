import DocumentStore
import Improvement

extension Collaboration {
  /// Where a site stands among sites: who answers for it, what it is part of, what is within it and
  /// what all of that adds up to.
  func siteTreeLines(_ site: Site) throws(CollaborationError) -> [PageLine] {
    let tree = try siteTree()
    let entry = tree.entries.first { $0.id == site.id }
    var lines = ownerLines(site, tree)
    lines += link("Part of", .site, site.parentSite)
    if let oddity = entry?.oddity {
      lines.append(.paragraph("\(oddityWords(oddity)); e changes it.".capitalisedFirst, tone: .bad))
    }
    let within = tree.ids(within: site.id)
    guard within.count > 1 else { return lines }
    let all = Set(within)
    let ledger = try ledger(
      of: documents(.site).filter { all.contains($0.id) }.map { Site($0.tree) })
    lines.append(.field(label: "Together", value: ledger.rollUp(within).words))
    for part in tree.parts(of: site.id) {
      let sum = ledger.rollUp(tree.ids(within: part))
      lines.append(
        .item(text: shownName(of: part), note: sum.words, target: destination(.site, part)))
    }
    return lines
  }

  private func ownerLines(_ site: Site, _ tree: SiteTree) -> [PageLine] {
    guard let owner = owner(of: site, in: tree) else {
      return [
        .field(
          label: "Accountable", value: "nobody yet; e names who answers for it", tone: .caution)
      ]
    }
    let person = person(owner.member)
    let parts = [
      person.name, person.absence?.words ?? "",
      owner.through.map { "through \(shownName(of: $0))" },
    ]
    return [
      .field(
        label: "Accountable",
        value: parts.compactMap(\.self).filter { !$0.isEmpty }
          .joined(separator: ", "), tone: person.absence == nil ? .plain : .caution,
        target: destination(.member, owner.member))
    ]
  }
}

extension SiteRollUp {
  /// The sum in words, without what is none.
  public var words: String {
    func count(_ number: Int, _ one: String, _ many: String) -> String? {
      number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }
    let parts = [
      count(sites, "site within", "sites within"), count(people, "person", "people"),
      count(projects, "active project", "active projects"),
      count(gaps, "role unfilled", "roles unfilled"),
      cycles.flatMap { count($0, "open cycle", "open cycles") },
      reasons.flatMap { count($0, "reason for attention", "reasons for attention") },
    ].compactMap(\.self)
    return parts.isEmpty ? "nobody and nothing yet" : parts.joined(separator: " · ")
  }
}
