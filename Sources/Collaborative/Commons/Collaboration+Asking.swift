import DocumentStore
import Improvement
import JSONTree

/// Somebody who may be asked about a resource, because their site tried it and they agreed.
public struct Witness: Hashable, Sendable {
  public var member: DocumentID
  public var name: String
  public var siteName: String
  public var stage: AdoptionStage
  public var adoption: DocumentID
  /// How to reach them beside a note; shown with their consent only.
  public var contact: String?
  /// Whether they said that they like to talk about it.
  public var likesToTalk: Bool
  /// Whether they began the try-out or kept one of its cycles going.
  public var ranIt: Bool

  /// "Ama Mensah, Riverside (in use), ran it · ama@riverside.example".
  public var words: String {
    let place = "\(name), \(siteName) (\(stage.word))" + (ranIt ? ", ran it" : "")
    return ([place] + [contact].compactMap(\.self)).joined(separator: " · ")
  }
}

extension Collaboration {
  /// The people of the sites that tried a resource who agreed to be contacted: those who ran a
  /// try-out first, then those who like to talk about it, then by name.
  ///
  /// - Complexity: O(try-outs of the resource and members of their sites).
  public func witnesses(of resource: DocumentID) throws(CollaborationError) -> [Witness] {
    let tries = try adoptions(of: resource).filter {
      $0.stage != .aware && $0.stage != .considering
    }
    let bySite = Dictionary(tries.map { ($0.site, $0) }, uniquingKeysWith: { old, _ in old })
    let members = try documents(.member, mentioning: bySite.keys)
    var runners: [DocumentID: Set<DocumentID>] = [:]
    var found: [Witness] = []
    for document in members where document.id != principal.memberID {
      let member = Member(document.tree)
      guard member.mayBeContacted, member.isActive(on: clock.today),
        let adoption = member.siteIds.compactMap({ bySite[$0] }).first
      else { continue }
      let ran = runners[adoption.id] ?? whoRan(adoption)
      runners[adoption.id] = ran
      found.append(
        Witness(
          member: member.id, name: member.name, siteName: shownName(of: adoption.site),
          stage: adoption.stage, adoption: adoption.id, contact: member.contact,
          likesToTalk: member.willingTo.contains(.talk), ranIt: ran.contains(member.id)))
    }
    func rank(_ witness: Witness) -> (Int, Int, String, DocumentID) {
      (witness.ranIt ? 0 : 1, witness.likesToTalk ? 0 : 1, witness.name, witness.member)
    }
    return found.sorted { rank($0) < rank($1) }
  }

  /// Who began a try-out, and who kept its cycles going.
  private func whoRan(_ adoption: Adoption) -> Set<DocumentID> {
    let owners = adoption.cycles.compactMap { (try? document($0)).flatMap { Cycle($0.tree).owner } }
    return Set(owners + [adoption.createdBy].compactMap(\.self))
  }

  /// Asks somebody about their site's try-out of a resource; the question stands on their Today.
  public func ask(
    _ member: DocumentID, about resource: DocumentID, words: String
  ) throws(CollaborationError) -> Outcome {
    guard let witness = try witnesses(of: resource).first(where: { $0.member == member }) else {
      throw .mayNotBeAsked(name: name(of: member))
    }
    let outcome = try add(
      .note,
      document: [
        "kind": .string(NoteKind.question.rawValue), "body": .string(words),
        "target": ["type": "adoption", "id": .string(witness.adoption)],
        "to": .string(witness.member),
      ])
    return outcome.saying("asked \(witness.name); the answer comes to Today")
  }
}
