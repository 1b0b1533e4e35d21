extension Disk {
  /// Removes a folder of the store's own making with all that is in it, as far as that is possible.
  func removeTree(_ name: String) {
    removeTree(name, in: root)
  }

  func removeTree(_ name: String, in parent: Descriptor) {
    guard let folder = try? files.open(parent, name, .folder) else { return }
    for entry in (try? files.list(folder)) ?? [] {
      if entry.kind == .folder {
        removeTree(entry.name, in: folder)
      } else if (try? files.remove(folder, entry.name)) == nil {
        removeTree(entry.name, in: folder)
      }
    }
    files.close(folder)
    try? files.removeFolder(parent, name)
  }
}
