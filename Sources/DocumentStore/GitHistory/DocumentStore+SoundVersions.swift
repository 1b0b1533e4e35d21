extension DocumentStore {
  /// The documents around a transaction as the history takes them: those that lie where documents
  /// lie and were not withdrawn since; nil where none was kept.
  func soundVersions(of entry: JournalEntry) throws(StoreError) -> [SoundVersion]? {
    guard let kept = try versions(of: entry) else { return nil }
    var sound: [SoundVersion] = []
    for version in kept where !isWithdrawn(version.change.id) {
      guard let path = path(of: version) else { continue }
      sound.append(
        SoundVersion(
          path: path, before: version.before?.canonicalBytes, after: version.after?.canonicalBytes,
          kept: version))
    }
    return sound.isEmpty ? nil : sound
  }

  private func path(of version: KeptVersions) -> String? {
    if let path = version.path {
      guard let place = place(at: path), place.id.hasSameBytes(as: version.change.id) else {
        return nil
      }
      return path
    }
    guard let tree = version.after ?? version.before else { return nil }
    return try? newPlace(of: tree).path
  }
}
