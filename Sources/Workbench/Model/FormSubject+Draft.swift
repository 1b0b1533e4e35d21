import Collaborative
import Improvement

extension FormSubject {
  /// The form that a draft belongs to, by the name it is kept under.
  ///
  /// Nil for a name that tells too little; such a draft comes back once its form is opened.
  ///
  /// - Parameter type: of the document whose id stands in the name.
  init?(draft name: String, about type: DocumentType?) {
    let (form, id, rest) = Self.parts(of: name)
    switch form {
    case "add-cycle" where type == .measure:
      self = .add(.cycle, preset: [Self.presetMeasure: id])
    case "add-cycle": self = .add(.cycle, preset: id.isEmpty ? [:] : ["project": id])
    case let form where form.hasPrefix("add-note") && !id.isEmpty:
      guard let type else { return nil }
      var preset = ["target.type": type.rawValue, "target.id": id]
      if form != "add-note" { preset["kind"] = String(form.dropFirst("add-note-".count)) }
      self = .add(.note, preset: preset)
    case let form where form.hasPrefix("add-") && id.isEmpty:
      guard let type = DocumentType(rawValue: String(form.dropFirst("add-".count))) else {
        return nil
      }
      self = .add(type, preset: [:])
    case "edit":
      guard let type else { return nil }
      self = .edit(Target(type, id))
    case "log": self = .log(seriesID: id)
    case "phase": self = .phase(seriesID: id)
    case "definition": self = .definition(measureID: id)
    case "score": self = .score(projectID: id)
    case "decision" where type == .project: self = .decision(projectID: id)
    case "snooze": self = .snooze(siteID: id)
    case "fulfil": self = .fulfil(needID: id)
    case "try": self = .commons(.tryOut(resourceID: id, projectID: nil))
    case "suggest": self = .commons(.suggestion(resourceID: id))
    case "ask": self = .commons(.question(resourceID: id))
    case "milestones", "barriers":
      guard let list = ProjectEntry.List(rawValue: form) else { return nil }
      self = .projectEntry(ProjectEntry(projectID: id, list: list, position: Int(rest)))
    case "driver", "idea":
      let parent = rest.hasPrefix("under-") ? String(rest.dropFirst("under-".count)) : nil
      self = .driver(
        DriverSubject(
          projectID: id, id: parent == nil ? rest : nil, kind: form == "idea" ? .idea : .driver,
          parent: parent == "aim" ? nil : parent))
    default:
      if let step = CycleForm(rawValue: form) {
        self = .cycle(CycleSubject(step, of: id))
      } else if let step = ResourceSubject.Form(rawValue: form) {
        self = .resource(ResourceSubject(step, of: id))
      } else {
        return nil
      }
    }
    // What a name leaves out must not lead to another form.
    guard draftName == name else { return nil }
  }

  /// The id of the document in a draft's name; empty where it names none.
  static func documentID(inDraft name: String) -> String { parts(of: name).id }

  /// A draft's name taken apart: the form, the id in it, and what follows.
  private static func parts(of name: String) -> (form: String, id: String, rest: String) {
    let words = name.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let place = words.firstIndex(where: { isID($0) }) else { return (name, "", "") }
    return (
      words[..<place].joined(separator: "-"), words[place],
      words[(place + 1)...].joined(separator: "-")
    )
  }

  /// An id begins with 26 signs; a series' is longer.
  private static func isID(_ word: String) -> Bool {
    word.utf8.count >= 26
      && word.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 || (97...122).contains($0) }
  }
}
