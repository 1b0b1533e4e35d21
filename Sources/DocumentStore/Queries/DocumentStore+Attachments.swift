extension DocumentStore {
  /// Whether a file of that name lies in the store's folder of attachments.
  ///
  /// Complexity: O(files in its folder).
  public func hasAttachment(_ name: String) -> Bool {
    let (folder, file) = Disk.split("attachments/\(name)")
    return (try? disk.list(folder))?.entries.contains { $0.name == file } ?? false
  }
}
