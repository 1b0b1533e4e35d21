import DocumentStore
import Improvement

extension Page {
  /// What stands above the parts of a package.
  public static let packageHeading = "In this package"
}

extension Collaboration {
  /// A shared resource: the plain summary first, who tried it and what came of it, then how to.
  func resourcePage(
    _ resource: Resource, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    let family = try family(of: resource)
    var groups = [
      PageGroup("", plainLines(resource.plainSummary)),
      try triedGroup(of: resource),
      PageGroup("How to start small", resource.howToStartSmall.map { [.paragraph($0)] } ?? []),
      try versionsGroup(of: resource, in: family),
      PageGroup(
        "Steps",
        resource.steps.enumerated().map { .item(mark: "\($0.offset + 1)", text: $0.element) }),
      PageGroup("What to avoid", resource.whatToAvoid.map { [.paragraph($0)] } ?? []),
      PageGroup("Tools and sources", fields.lines("attachments", "citations")),
      PageGroup("More", resource.description.map { [.paragraph($0)] } ?? []),
      PageGroup(
        Page.packageHeading,
        resource.items.map { .item(text: shownName(of: $0), target: destination(.resource, $0)) }
          + (resource.items.isEmpty
            ? []
            : [.paragraph("P shows who took which of it; + takes it on.", tone: .quiet)])),
    ]
    groups += [
      PageGroup("Family", try familyLines(resource, family)),
      PageGroup(
        "Details",
        fields.lines(
          "contextsTested", "audience", "drivers", "language", "authors", "site")
          + licenceLines(resource)
          + fields.lines(
            "version", "supersedes", "review.by", "review.date",
            "review.privacyChecked")),
      PageGroup("Notes", try noteLines(about: resource.id)), fields.about,
    ]
    return Page(
      target, title: resource.title,
      subtitle: [resource.kind.label, resource.evidence.label].joined(separator: " · "),
      groups: groups)
  }

  /// What it owes to others, and its relatives as a tree.
  private func familyLines(
    _ resource: Resource, _ family: [Resource]
  ) throws(CollaborationError) -> [PageLine] {
    let credits = creditWords(resource).map { PageLine.paragraph($0) }
    return family.count > 1 ? credits + (try treeLines(family, of: resource)) : credits
  }

  /// The licence with what it allows.
  private func licenceLines(_ resource: Resource) -> [PageLine] {
    guard let licence = resource.licence else { return [] }
    let meaning = Licence(rawValue: licence)?.meaning
    return [.field(label: "Licence", value: licence + (meaning.map { ": \($0)" } ?? ""))]
  }
}
