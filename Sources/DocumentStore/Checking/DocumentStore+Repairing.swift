import JSONTree

/// What a repair did.
public enum Repair: Sendable, Hashable {
  /// The last good version is back; the broken bytes are kept.
  case broughtBack(place: String, quarantine: String)
  case swept(place: String)
  case rights(place: String)
  /// What git could not read is kept elsewhere.
  case setAside(place: String, quarantine: String)
}

extension DocumentStore {
  /// Repairs what can be repaired without losing anything: a damaged document comes back where a
  /// good version of it is known on this host, and its broken bytes go to quarantine; what programs
  /// that are gone left behind is swept; rights are given back as far as they are this person's to
  /// give.
  ///
  /// A damaged document of which no good version is known stays as it is: in quarantine nobody
  /// would miss it.
  public func repair(
    _ report: CheckReport, by author: String, at now: Timestamp
  ) throws(StoreError) -> [Repair] {
    var repairs: [Repair] = []
    for finding in report.findings where finding.problem == .brokenHistory {
      if let repair = try setHistoryAside() { repairs.append(repair) }
    }
    return try withLock { () throws(StoreError) in
      for finding in report.findings {
        let repair: Repair?
        switch finding.problem {
        case .damaged: repair = try bringBack(finding.place, by: author, at: now)
        case .leftBehind: repair = try sweep(finding.place)
        case .narrowRights(_, let mode): repair = giveRights(finding.place, mode, .reading)
        case .wideRights(_, let mode): repair = giveRights(finding.place, mode, .folder)
        default: repair = nil
        }
        if let repair { repairs.append(repair) }
      }
      return repairs
    }
  }

  private func sweep(_ path: String) throws(StoreError) -> Repair? {
    try disk.remove(path)
    return .swept(place: path)
  }

  /// Nil where the file is another's, who alone may do this.
  private func giveRights(_ path: String, _ mode: UInt32, _ purpose: FileSystem.Purpose) -> Repair?
  {
    let (folderPath, name) = Disk.split(path)
    guard let folder = try? disk.openFolder(folderPath) else { return nil }
    defer { disk.files.close(folder) }
    guard let file = try? disk.files.open(folder, name, purpose) else { return nil }
    defer { disk.files.close(file) }
    return (try? disk.files.setMode(file, mode)).map { .rights(place: path) }
  }

  /// Puts the last good version in a damaged document's place, which is never empty meanwhile.
  private func bringBack(
    _ path: String, by author: String, at now: Timestamp
  ) throws(StoreError) -> Repair? {
    guard let place = place(at: path), let folder = try disk.openFolder(place.folder) else {
      return nil
    }
    defer { disk.files.close(folder) }
    // Somebody may have repaired it meanwhile.
    guard case .damage = try read(place, in: folder),
      let bytes = try lastGoodVersion(of: place)
    else { return nil }
    let kept = try quarantine(place, in: folder)
    let staging = try disk.makeFolder(".store/tmp")
    defer { disk.files.close(staging) }
    let name = "\(ULID().text).json"
    try disk.call(path) { () throws(SystemFailure) in
      try disk.create(
        name, in: staging, bytes: bytes, mode: disk.fileMode, isSynchronised: true)
      try disk.files.rename(staging, name, folder, place.file)
      try disk.files.synchronise(folder)
    }
    let change = DocumentChange(
      id: place.id, type: place.type, old: nil, new: Revision(of: bytes))
    _ = try appendToJournal(
      JournalEntry(
        host: try hostID(), at: now, by: author, verb: "repair:\(place.type)",
        documents: [change]))
    try look(at: place)
    return .broughtBack(place: path, quarantine: kept)
  }

  /// Keeps what lies at a place under a second name; where that cannot be, as with a folder, it
  /// moves there.
  private func quarantine(_ place: Place, in folder: Descriptor) throws(StoreError) -> String {
    let quarantine = try disk.makeFolder(".store/quarantine", mode: disk.folderMode)
    defer { disk.files.close(quarantine) }
    let name = "\(ULID().text)-\(place.id).json"
    try disk.call(place.path) { () throws(SystemFailure) in
      if (try? disk.files.link(folder, place.file, quarantine, name)) == nil {
        try disk.files.rename(folder, place.file, quarantine, name)
      }
      try disk.files.synchronise(quarantine)
    }
    return ".store/quarantine/\(name)"
  }
}
