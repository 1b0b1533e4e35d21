import DocumentStore
import Improvement
import JSONTree

/// The searches that somebody keeps. They lie with what the program remembers for a member on this
/// host, which nobody else may open: what a person looks for is nobody's business.
extension Collaboration {
  private static let searchesName = "searches"

  /// In the order of their names.
  public func savedSearches() throws(CollaborationError) -> [SavedSearch] {
    guard let me = principal.memberID else { return [] }
    let state = try attempt { () throws(StoreError) in try store.privateState(of: me) }
    return (state[Self.searchesName]?.elements ?? []).compactMap { SavedSearch($0) }
      .sorted { $0.name < $1.name }
  }

  /// Keeps a search, in the place of one of the same name.
  public func keep(_ search: SavedSearch) throws(CollaborationError) {
    try changeSearches { $0.filter { $0.name != search.name } + [search] }
  }

  public func forgetSearch(named name: String) throws(CollaborationError) {
    try changeSearches { $0.filter { $0.name != name } }
  }

  private func changeSearches(
    _ change: ([SavedSearch]) -> [SavedSearch]
  ) throws(CollaborationError) {
    guard let me = principal.memberID else {
      throw .notPermitted(.visitor(login: principal.login))
    }
    let searches = change(try savedSearches())
    var state = try attempt { () throws(StoreError) in try store.privateState(of: me) }
    state[Self.searchesName] = .array(searches.map(\.tree))
    let changed = state
    try attempt { () throws(StoreError) in try store.setPrivateState(changed, of: me) }
  }
}
