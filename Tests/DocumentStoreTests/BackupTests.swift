import Foundation
import JSONTree
import Synchronization
import Testing

@testable import DocumentStore

@Suite struct BackupTests {
  private let scratch = Scratch()
  private let outside = Scratch()

  init() throws {
    try FileManager.default.createDirectory(
      atPath: outside.path, withIntermediateDirectories: true)
  }

  private var archive: String { "\(outside.path)/kept.tar" }
  private var restored: String { "\(outside.path)/restored" }

  private func prepared() throws -> DocumentStore {
    let store = try scratch.create()
    try store.commit(
      .add(Scratch.member(1)), .add(Scratch.cycle(2)), .add(Scratch.series(measure: 3)),
      .add(Scratch.member(4)))
    try store.commit(.trash(Scratch.id(4), expecting: nil))
    try scratch.write(
      "bytes \u{0} of a picture", to: "attachments/\(String(repeating: "a", count: 64))")
    return store
  }

  /// Every file but the host's own, with its bytes.
  private func contents(_ path: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path)
    where !name.hasPrefix(".store") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      if isFolder.boolValue { continue }
      contents[name] = FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init)
    }
    return contents
  }

  private func restore(_ files: FileSystem = .quick) throws -> Int {
    try DocumentStore.restoreBackup(
      archive, to: restored, schemas: Scratch.schemas, fileSystem: files)
  }

  @Test("what comes back is what was kept, byte for byte, with nothing of the old host")
  func roundTrip() throws {
    let store = try prepared()
    let summary = try store.backup(to: archive)
    #expect(try restore() == summary.files)
    #expect(try contents(restored) == contents(scratch.path))
    #expect(summary.bytes == (try contents(scratch.path).values.reduce(0) { $0 + $1.count }))
    #expect(!FileManager.default.fileExists(atPath: "\(restored)/.store/host"))
    let copy = try DocumentStore.open(at: restored, schemas: Scratch.schemas)
    try copy.commit(.add(Scratch.member(9)))
    #expect(try Set(copy.journalEntries().map(\.host)).count == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).count == 2)
  }

  @Test("anybody's tar unpacks it, and sha256sum agrees with its list")
  func foreignTools() throws {
    try scratch.create().commit(.add(Scratch.member(1)))
    let long = String(repeating: "x", count: 155)
    try scratch.write("long", to: "sites/\(long)/cycles/\(long).json")
    try scratch.write("deep", to: "sites/\(long)/cycles/short.json")
    _ = try scratch.open().backup(to: archive)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "mkdir u && tar -xf kept.tar -C u && cd u && sha256sum -c --quiet MANIFEST.sha256",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: outside.path)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var unpacked = try contents("\(outside.path)/u")
    unpacked["MANIFEST.sha256"] = nil
    #expect(try unpacked == contents(scratch.path))
  }

  @Test("a backup never replaces a file, and a failing one leaves none", arguments: [false, true])
  func neverReplaces(isLasting: Bool) throws {
    let store = try prepared()
    try outside.write("precious", to: "kept.tar")
    #expect(throws: StoreError.fileThere(path: archive)) { try store.backup(to: archive) }
    #expect(outside.bytes("kept.tar") == Array("precious".utf8))
    try FileManager.default.removeItem(atPath: archive)
    let counter = FailingFileSystem(call: .max, isLasting: false)
    _ = try scratch.open(counter.files).backup(to: archive)
    #expect(counter.count > 5)
    for call in 1...counter.count {
      try FileManager.default.removeItem(atPath: archive)
      let failing = try scratch.open(FailingFileSystem(call: call, isLasting: isLasting).files)
      let isKept = (try? failing.backup(to: archive)) != nil
      if !isKept, FileManager.default.fileExists(atPath: archive) {
        // It got its name; only whether the name survives a power cut is not known.
        #expect(throws: Never.self) { try restore() }
        try FileManager.default.removeItem(atPath: restored)
      }
      if !FileManager.default.fileExists(atPath: archive) {
        _ = try scratch.open().backup(to: archive)
      }
    }
  }

  @Test("what others change while it is made is as it was at its end, in whole transactions")
  func concurrent() throws {
    let store = try prepared()
    let step = Mutex(0)
    let path = scratch.path
    var files = FileSystem.quick
    // With each document that is read, somebody else changes two of them at once, adds one and
    // removes another.
    files.read = { (file, offset, count) throws(SystemFailure) in
      let bytes = try FileSystem.quick.read(file, offset, count)
      let number = step.withLock { step in
        step += 1
        return step
      }
      // Later reads are made with the lock held, and nobody else can write then.
      if (1...6).contains(number),
        let other = try? DocumentStore.open(
          at: path, schemas: Scratch.schemas, fileSystem: .quick)
      {
        _ = try? other.commit(
          .replace(Scratch.id(1), with: Scratch.member(1, name: "N\(number)"), expecting: nil),
          .replace(Scratch.id(2), with: Scratch.cycle(2, title: "N\(number)"), expecting: nil),
          .add(Scratch.member(100 + number)))
        if number > 2 {
          _ = try? other.commit(.trash(Scratch.id(98 + number), expecting: nil))
        }
      }
      return bytes
    }
    let slow = try DocumentStore.open(at: path, schemas: Scratch.schemas, fileSystem: files)
    step.withLock { $0 = 0 }
    _ = try slow.backup(to: archive)
    #expect(step.withLock { $0 } > 6)
    _ = try restore()
    #expect(try contents(restored) == contents(scratch.path))
    let copy = try DocumentStore.open(at: restored, schemas: Scratch.schemas)
    #expect(try copy.document(Scratch.id(1)).tree["name"] == "N6")
    #expect(try copy.document(Scratch.id(2)).tree["title"] == "N6")
    #expect(try copy.examine().findings.isEmpty)
    _ = store
  }

  @Test("a backup goes nowhere but into an empty place")
  func emptyPlace() throws {
    _ = try prepared().backup(to: archive)
    try outside.write("x", to: "restored/file")
    #expect(throws: StoreError.notEmpty(path: restored)) { try restore() }
    #expect(outside.names("restored") == ["file"])
    try FileManager.default.removeItem(atPath: "\(restored)/file")
    _ = try restore()
    #expect(throws: StoreError.alreadyAStore(path: restored)) { try restore() }
  }

  @Test("every byte that is flipped or missing is noticed, and nothing is restored")
  func flipped() throws {
    try scratch.create().commit(.add(Scratch.member(1)))
    _ = try scratch.open().backup(to: archive)
    let whole = try #require(outside.bytes("kept.tar"))
    let content = whole.lastIndex { $0 != 0 } ?? 0
    for offset in stride(from: 0, through: content, by: 7) {
      var bytes = whole
      bytes[offset] ^= 0x10
      try Data(bytes).write(to: URL(fileURLWithPath: archive))
      let count = try? restore()
      if count != nil {
        // What a header says of owner, time and padding is not what was kept.
        #expect(try contents(restored) == contents(scratch.path), "byte \(offset)")
        try FileManager.default.removeItem(atPath: restored)
      }
      #expect(outside.names("") == ["kept.tar"], "byte \(offset)")
    }
    for length in stride(from: 0, to: content, by: 97) {
      try Data(whole.prefix(length)).write(to: URL(fileURLWithPath: archive))
      #expect(throws: StoreError.self) { try restore() }
      #expect(outside.names("") == ["kept.tar"])
    }
  }

  /// An archive of some files, with its list, which may lie.
  private func forge(_ entries: [(name: String, kind: UInt8, text: String)]) throws {
    var bytes: [UInt8] = []
    var manifest = Manifest()
    func add(_ name: String, _ kind: UInt8, _ content: [UInt8]) {
      var header = TarHeader(name: name, size: content.count, kind: .file, modified: 0).bytes
      let start = header.count - 512
      header[start + 156] = kind
      for index in 148..<156 { header[start + index] = 32 }
      let sum = header[start...].reduce(0) { $0 + Int($1) }
      let digits = String(sum, radix: 8)
      let text = String(repeating: "0", count: 6 - digits.count) + digits
      for (index, byte) in text.utf8.enumerated() { header[start + 148 + index] = byte }
      header[start + 154] = 0
      bytes += header + TarHeader.padded(content)
    }
    let about = DocumentStore.about([:], at: Scratch.noon).canonicalText
    for (name, kind, text) in [("store.json", UInt8(0x30), about)] + entries {
      add(name, kind, Array(text.utf8))
      manifest.files[name] = Revision(of: Array(text.utf8))
    }
    add(Manifest.name, 0x30, manifest.bytes)
    bytes += [UInt8](repeating: 0, count: 1024)
    try Data(bytes).write(to: URL(fileURLWithPath: archive))
  }

  @Test("an archive that reaches out of its folder is refused, and nothing is left of it")
  func hostile() throws {
    try forge([("shared/members/x.txt", 0x30, "x")])
    #expect(try restore() == 2)
    try FileManager.default.removeItem(atPath: restored)
    let entries: [(String, UInt8, String)] = [
      ("../evil", 0x30, "x"), ("/tmp/evil", 0x30, "x"), ("a/../../evil", 0x30, "x"),
      ("./evil", 0x30, "x"), ("a//b", 0x30, "x"), (".store/host", 0x30, "x"), ("..", 0x35, ""),
      ("link", 0x32, ""), ("hard", 0x31, ""), ("device", 0x33, ""), ("pipe", 0x36, ""),
      ("global", 0x67, ""), ("a\nb", 0x30, "x"),
      ("../" + String(repeating: "x", count: 200), 0x30, "x"),
    ]
    for entry in entries {
      try forge([entry])
      #expect {
        try restore()
      } throws: { error in
        guard case StoreError.badArchive(_, let problem) = error else { return false }
        switch problem {
        case .foreignEntry, .foreignName: return true
        default: return false
        }
      }
      #expect(outside.names("") == ["kept.tar"], "\(entry.0)")
    }
  }

  @Test("a size that is a lie, a list that names what is not there, and no list are refused")
  func lies() throws {
    let header = TarHeader(name: "store.json", size: 1 << 32, kind: .file, modified: 0)
    try Data(header.bytes).write(to: URL(fileURLWithPath: archive))
    #expect(
      throws: StoreError.badArchive(
        path: archive, .tooLarge(name: "store.json", bytes: 1 << 32))
    ) { try restore() }
    try Data(count: 1024).write(to: URL(fileURLWithPath: archive))
    #expect(throws: StoreError.badArchive(path: archive, .noManifest)) { try restore() }
    var manifest = Manifest()
    manifest.files = ["store.json": Revision(of: []), "../../etc/hostname": Revision(of: [])]
    let bytes = manifest.bytes
    let list = TarHeader(name: Manifest.name, size: bytes.count, kind: .file, modified: 0).bytes
    try Data(list + TarHeader.padded(bytes) + [UInt8](repeating: 0, count: 1024))
      .write(to: URL(fileURLWithPath: archive))
    #expect(throws: StoreError.self) { try restore() }
    #expect(throws: StoreError.noFile(path: "\(outside.path)/none.tar")) {
      try DocumentStore.restoreBackup(
        "\(outside.path)/none.tar", to: restored, schemas: Scratch.schemas)
    }
  }

  @Test("links are not followed into a backup, and that is said")
  func links() throws {
    let store = try prepared()
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/shared/passwords", withDestinationPath: "/etc/passwd")
    #expect(try store.backup(to: archive).leftOut == ["shared/passwords"])
  }
}
