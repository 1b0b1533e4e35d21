/// The searches that somebody keeps.
extension Collaboration {
  /// In the order of their names.
  public func savedSearches() throws(CollaborationError) -> [SavedSearch] { try kept() }

  /// Keeps a search, in the place of one of the same name.
  public func keep(_ search: SavedSearch) throws(CollaborationError) { try keepByName(search) }

  public func forgetSearch(named name: String) throws(CollaborationError) {
    try forget(SavedSearch.self, named: name)
  }
}
