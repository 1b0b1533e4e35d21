import JSONTree

extension DocumentStore {
  /// Every version of a document that this host's history has, by revision; none where there is no
  /// history or no git.
  ///
  /// - Parameter id: of a document that is there or in the trash.
  /// - Complexity: O(the history), without a read of other documents.
  public func versionsInHistory(of id: DocumentID) throws(StoreError) -> [Revision: JSON] {
    guard let path = try pathEver(of: id) else { return [:] }
    var versions: [Revision: JSON] = [:]
    for bytes in try versionsInHistory(at: path) {
      if let tree = try? JSON.parse(bytes) { versions[Revision(of: bytes)] = tree }
    }
    return versions
  }

  private func pathEver(of id: DocumentID) throws(StoreError) -> String? {
    if let place = try locate(id) { return place.path }
    guard Place.isName(id[...]), case .trashed(let document)? = try? tombstone(of: id) else {
      return nil
    }
    return place(at: document.place)?.path
  }

  /// The bytes of each version of the file at a place, without order.
  func versionsInHistory(at path: String) throws(StoreError) -> [[UInt8]] {
    guard let repository = try disk.openFolder(Self.historyPath) else { return [] }
    defer { disk.files.close(repository) }
    guard try isOwnRepository() else { return [] }
    let git = Git(repository: repository, lock: nil, fileMode: disk.fileMode)
    do throws(StoreError) {
      let log = try run(
        git,
        [
          "log", "--all", "--format=", "--raw", "--no-abbrev", "--no-renames", "--", path,
        ])
      let blobs = Self.blobs(inLog: log)
      guard !blobs.isEmpty else { return [] }
      let asked = blobs.map { "\($0.hex)\n" }.joined()
      return Self.contents(
        inBatch: try run(git, ["cat-file", "--batch"], input: Array(asked.utf8)))
    } catch {
      switch error {
      // What the history would add is left out; the doctor says why.
      case .gitMissing, .gitFailed, .readOnly, .notPermitted, .noSpace, .sizeLimit: return []
      default: throw error
      }
    }
  }

  /// The new blobs in lines such as `:100644 100644 <old> <new> M<tab>path`.
  private static func blobs(inLog log: [UInt8]) -> Set<GitBlob> {
    var blobs: Set<GitBlob> = []
    for line in log.split(separator: 0x0A) where line.first == UInt8(ascii: ":") {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 4)
      guard words.count == 5, !words[3].allSatisfy({ $0 == UInt8(ascii: "0") }) else { continue }
      blobs.insert(GitBlob(hex: String(decoding: words[3], as: UTF8.self)))
    }
    return blobs
  }

  /// The files in git's answer, each behind a line such as `<hash> blob <size>`.
  private static func contents(inBatch answer: [UInt8]) -> [[UInt8]] {
    var contents: [[UInt8]] = []
    var rest = answer[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      guard words.count == 3, words[1] == "blob", let size = Int(words[2]), size < rest.count else {
        continue
      }
      contents.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size + 1)
    }
    return contents
  }
}
