import Synchronization

/// Every document's bytes in one mapped file, with the stamps of the files they were read from and
/// what they can be found by.
///
/// Opening hundreds of files takes longer than reading what is in them, and parsing a hundred thousand
/// longer than anyone waits. What the snapshot says of a file holds as long as the file's stamp is
/// the same; whoever asks compares, so that nothing is taken from it that the files do not say. It
/// may be deleted at any time.
///
/// ```
/// header     the kind of file and the layout's version, 8 bytes
/// documents  folder by folder: id, stamp, revision, a checksum of these and of the bytes, bytes
/// positions  of each document, 8 bytes; a document's number is its place here
/// order      the documents' numbers in ascending order of their ids, 4 bytes each
/// folders    each: path, stamp, first number, a checksum of it and of the ids; type by type
/// types      each: its name, its first folder
/// journal    how far the journal had been followed: each of its files, with a length
/// words      a vocabulary
/// names      a vocabulary
/// end        of positions, order, folders, types, journal, words, names: where it begins, a checksum; the
///            header again
/// ```
/// Numbers have their lowest byte first.
final class Snapshot: Sendable {
  /// `huddle`, and the layout's version in two bytes.
  static let header: UInt64 = 0x0003_656C_6464_7568

  /// A document as it was read.
  struct Entry: Sendable {
    var id: DocumentID
    var stamp: FileStamp
    var revision: Revision
    var checksum: UInt64
    var bytes: Range<Int>
  }

  /// A collection's folder as it was listed.
  struct Folder: Sendable {
    var type: String
    var path: String
    /// Nil where the folder had changed too lately to be sure of.
    var stamp: FileStamp?
    var checksum: UInt64
    /// The numbers of its documents, in ascending order of their ids.
    var numbers: Range<Int>

    /// The site that the folder belongs to; nil for what spans sites.
    var site: DocumentID? {
      let steps = path.split(separator: "/")
      return steps.count == 3 ? String(steps[1]) : nil
    }
  }

  let file: MappedFile
  private let stamp: FileStamp
  let folders: [Folder]
  let count: Int
  /// What a store had changed up to here is in the snapshot.
  let journal: JournalPosition
  private let foldersByPath: [String: Int]
  private let numbersByType: [String: Range<Int>]
  private let foldersByType: [String: Range<Int>]
  private let sections: [SectionRange]
  /// Which sections were looked at and found to be what was written.
  private let sound: Mutex<Set<Section>>
  /// In which folders the documents' ids were looked at and found to be what was written.
  private let soundFolders = Mutex<Set<Int>>([])

  /// Nil where the file is no snapshot of this layout, or not a whole one.
  ///
  /// - Parameter stamp: the file's own.
  init?(_ file: MappedFile, stamp: FileStamp) {
    let found = file.withBytes(0..<file.count) {
      bytes -> ([SectionRange], [Folder], JournalPosition)? in
      guard let sections = SnapshotReader.sections(bytes),
        Section.always.allSatisfy({ sections[$0.rawValue].isSound(in: bytes) }),
        let folders = SnapshotReader.folders(bytes, sections.map(\.range)),
        let journal = SnapshotReader.journal(bytes, sections.map(\.range))
      else { return nil }
      return (sections, folders, journal)
    }
    guard let (sections, folders, journal) = found else { return nil }
    self.file = file
    self.stamp = stamp
    self.sections = sections
    self.folders = folders
    self.journal = journal
    foldersByPath = Dictionary(
      folders.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { $1 })
    numbersByType = Dictionary(folders.map { ($0.type, $0.numbers) }) {
      $0.lowerBound..<$1.upperBound
    }
    foldersByType = Dictionary(folders.indices.map { (folders[$0].type, $0..<$0 + 1) }) {
      $0.lowerBound..<$1.upperBound
    }
    count = sections[Section.positions.rawValue].range.count / 8
    sound = Mutex(Set(Section.always))
    guard sections[Section.order.rawValue].range.count == count * 4 else { return nil }
  }

  /// Whether another one is of the same file.
  func isSame(as other: Snapshot?) -> Bool { stamp == other?.stamp }

  enum Section: Int, CaseIterable {
    case positions, order, folders, types, journal, words, names

    /// What every reader needs, and is looked through when the file is opened.
    static let always: [Section] = [.positions, .order, .folders, .types, .journal]
  }

  /// A part of the file with the sum it had when it was written.
  struct SectionRange: Sendable {
    var range: Range<Int>
    var sum: UInt64

    func isSound(in bytes: UnsafeRawBufferPointer) -> Bool {
      Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[range])) == sum
    }
  }

  func withSection<Value>(
    _ section: Section, _ body: (UnsafeRawBufferPointer) -> Value
  ) -> Value {
    file.withBytes(sections[section.rawValue].range, body)
  }

  /// Whether a section is as it was written.
  ///
  /// - Complexity: O(its bytes) when it is first asked for.
  func isSound(_ section: Section) -> Bool {
    if sound.withLock({ $0.contains(section) }) { return true }
    let isSound = file.withBytes(0..<file.count) { sections[section.rawValue].isSound(in: $0) }
    if isSound { sound.withLock { _ = $0.insert(section) } }
    return isSound
  }

  /// Whether the ids of a folder's documents are as they were written.
  ///
  /// - Complexity: O(the folder's documents) when it is first asked for.
  func hasSoundIDs(_ folder: Int) -> Bool {
    if soundFolders.withLock({ $0.contains(folder) }) { return true }
    guard hasSoundIDs(folders[folder]) else { return false }
    soundFolders.withLock { _ = $0.insert(folder) }
    return true
  }

  /// Where in `folders` a path stands.
  func folderIndex(_ path: String) -> Int? { foldersByPath[path] }

  /// The folder that a document lies in, as its place in `folders`.
  func folderIndex(ofNumber number: Int) -> Int? {
    var (low, high) = (0, folders.count)
    while low < high {
      let middle = (low + high) / 2
      if folders[middle].numbers.upperBound <= number { low = middle + 1 } else { high = middle }
    }
    return low < folders.count && folders[low].numbers.contains(number) ? low : nil
  }

  /// A type's folders.
  func folders(ofType type: String) -> ArraySlice<Folder> {
    guard let range = foldersByType[type] else { return [] }
    return folders[range]
  }

  /// The numbers of a type's documents.
  func numbers(ofType type: String) -> Range<Int> { numbersByType[type] ?? 0..<0 }
}
