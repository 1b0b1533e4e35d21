/// The searches that somebody keeps.
extension Collaboration {
  /// In the order of their names.
  public func savedSearches() throws(CollaborationError) -> [SavedSearch] {
    let searches: [SavedSearch] = try kept()
    return searches.map { search in
      var search = search
      search.chosen = chosenWords(search.facets)
      return search
    }
  }

  /// Keeps a search, in the place of one of the same name.
  public func keep(_ search: SavedSearch) throws(CollaborationError) { try keepByName(search) }

  public func forgetSearch(named name: String) throws(CollaborationError) {
    try forget(SavedSearch.self, named: name)
  }
}
