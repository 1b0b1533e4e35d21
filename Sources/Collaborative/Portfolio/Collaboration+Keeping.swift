import DocumentStore
import JSONTree

/// Something small that somebody keeps under a name, for themselves and on this host only.
protocol KeptByName {
  /// Under which name all of them stand in what the program remembers for a member.
  static var stateName: String { get }

  /// What is none of them reads as if it were not there.
  init?(_ tree: JSON)
  var name: String { get }
  var tree: JSON { get }
}

/// It lies with what the program remembers for a member on this host, which nobody else may open:
/// what a person looks for is nobody's business.
extension Collaboration {
  /// In the order of their names.
  func kept<Kept: KeptByName>() throws(CollaborationError) -> [Kept] {
    guard let me = principal.memberID else { return [] }
    let state = try attempt { () throws(StoreError) in try store.privateState(of: me) }
    return (state[Kept.stateName]?.elements ?? []).compactMap { Kept($0) }
      .sorted { $0.name < $1.name }
  }

  /// Keeps one, in the place of one of the same name.
  func keepByName<Kept: KeptByName>(_ new: Kept) throws(CollaborationError) {
    try changeKept { (all: [Kept]) in all.filter { $0.name != new.name } + [new] }
  }

  func forget<Kept: KeptByName>(
    _ type: Kept.Type, named name: String
  ) throws(CollaborationError) {
    try changeKept { (all: [Kept]) in all.filter { $0.name != name } }
  }

  private func changeKept<Kept: KeptByName>(
    _ change: ([Kept]) -> [Kept]
  ) throws(CollaborationError) {
    guard let me = principal.memberID else {
      throw .notPermitted(.visitor(login: principal.login))
    }
    let kept = change(try self.kept())
    var state = try attempt { () throws(StoreError) in try store.privateState(of: me) }
    state[Kept.stateName] = .array(kept.map(\.tree))
    let changed = state
    try attempt { () throws(StoreError) in try store.setPrivateState(changed, of: me) }
  }
}
