import DocumentStore
import Improvement

extension Collaboration {
  /// A shared resource: the plain summary first, who tried it and what came of it, then how to.
  func resourcePage(
    _ resource: Resource, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    var groups = [
      PageGroup("", plainLines(resource.plainSummary)),
      try triedGroup(of: resource),
      PageGroup("How to start small", resource.howToStartSmall.map { [.paragraph($0)] } ?? []),
      PageGroup(
        "Steps",
        resource.steps.enumerated().map { .item(mark: "\($0.offset + 1)", text: $0.element) }),
      PageGroup("What to avoid", resource.whatToAvoid.map { [.paragraph($0)] } ?? []),
      PageGroup("More", resource.description.map { [.paragraph($0)] } ?? []),
      PageGroup(
        "In this package",
        resource.items.map { .item(text: shownName(of: $0), target: destination(.resource, $0)) }),
    ]
    groups += [
      PageGroup("Family", try familyLines(resource)),
      PageGroup(
        "Details",
        fields.lines(
          "citations", "contextsTested", "audience", "drivers", "language", "authors",
          "site", "licence", "version", "supersedes", "attachments", "review.by", "review.date",
          "review.privacyChecked")),
      PageGroup("Notes", try noteLines(about: resource.id)), fields.about,
    ]
    return Page(
      target, title: resource.title,
      subtitle: [resource.kind.label, resource.evidence.label].joined(separator: " · "),
      groups: groups)
  }

  /// What it was made from, and what was made from it.
  private func familyLines(_ resource: Resource) throws(CollaborationError) -> [PageLine] {
    let parents = resource.derivedFrom.map { parent -> PageLine in
      .item(
        mark: "made from", text: shownName(of: parent.resource), note: parent.whatChanged ?? "",
        target: destination(.resource, parent.resource))
    }
    let children = try documents(.resource, mentioning: [resource.id]).map { Resource($0.tree) }
      .compactMap { child -> PageLine? in
        guard let link = child.derivedFrom.first(where: { $0.resource == resource.id }) else {
          return nil
        }
        return .item(
          mark: "adapted as", text: child.title, note: link.whatChanged ?? "",
          target: Target(.resource, child.id))
      }
    return parents + children
  }
}
