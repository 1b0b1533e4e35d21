import DocumentStore
import Improvement

/// Who is at the keys and which network this is, as the top line shows it.
public struct Identity: Sendable, Hashable {
  public var networkName: String
  public var introduction: String
  public var role: Role
  /// Why this person can't change anything; nil when they can.
  public var whyNoWriting: String?
  public var isSynthetic: Bool
  /// Whether they begin try-outs themselves; who leads no project suggests them to a team.
  public var leadsProject = true
  /// Why nobody can save anything now, and what to do; nil when they can.
  public var banner: String?

  /// How what they make is signed.
  var author: String?

  /// Whether they made a document themselves.
  public func isMine(_ document: some DocumentView) -> Bool {
    document.createdBy != nil && document.createdBy == author
  }

  /// Why this person can't change a kind of document anywhere; nil when they can somewhere.
  public func whyNoWriting(of type: DocumentType) -> String? {
    whyNoWriting
      ?? (Rights.reach(.change, type, role) > .nowhere
        ? nil : "a \(role.rawValue) may read a \(type.label), not write one")
  }

  /// Why this person can't add a kind of document anywhere, though they may change some.
  public func whyNoAdding(of type: DocumentType) -> String? {
    if let reason = whyNoWriting(of: type) { return reason }
    return Rights.reach(.add, type, role) > .nowhere
      ? nil : "a \(role.rawValue) may not add a \(type.label); ask a \(Denial.whoMay(type))"
  }
}

extension Collaboration {
  public func identity() throws(CollaborationError) -> Identity {
    let network = try documents(.network).first.map { Network($0.tree) }
    var identity = Identity(
      networkName: network?.name ?? store.about["name"]?.string ?? "",
      introduction: principal.introduction, role: principal.role,
      whyNoWriting: principal.isVisitor
        ? "you are a visitor here; ask a steward to add your login “\(principal.login)”" : nil,
      isSynthetic: store.about["synthetic"]?.bool ?? false,
      banner: store.whyReadOnly().map(Self.banner))
    identity.author = principal.author
    identity.leadsProject = try leadsProject()
    return identity
  }

  private static func banner(_ reason: StoreError) -> String {
    switch reason {
    case .braked(_, let brake):
      "Read-only: \(brake). Find out what happened: huddle doctor tells more. Bring them back "
        + "from a backup or, if that is how it should be, a steward runs huddle doctor --accept. "
        + "What you type meanwhile is kept as a draft."
    case .newerFormat:
      "Read-only: a newer huddle has written this store. Update huddle to change it. What you type "
        + "meanwhile is kept as a draft."
    default: "Read-only: \(reason)"
    }
  }
}
