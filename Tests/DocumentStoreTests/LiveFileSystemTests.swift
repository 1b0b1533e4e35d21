import DocumentStore
import Foundation
import JSONTree
import Synchronization
import Testing

import enum DocumentStore.Operation

@Suite struct LiveFileSystemTests {
  @Test("a store on the real disk saves one document and several, through its own system calls")
  func saving() throws {
    let scratch = Scratch()
    let store = try scratch.create(.live)
    try store.commit(.add(Scratch.member(1)))
    try store.commit(.replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: nil))
    try store.commit(.trash(Scratch.id(1), expecting: nil), .add(Scratch.member(2)))
    let many = (10..<60).map { Operation.add(Scratch.member($0)) }
    try store.commit(Transaction(many, verb: "add", by: "a", at: Scratch.noon))
    #expect(try scratch.open(.live).documents(ofType: "member").count == 51)
  }

  @Test("a lock is given in the order in which it was asked for")
  func order() throws {
    let scratch = Scratch()
    _ = try scratch.create(.live)
    let files = FileSystem.live
    let folder = try files.openPath(scratch.path)
    defer { files.close(folder) }
    func opened() throws -> Descriptor {
      try files.open(folder, "lock", .locking(mode: 0o666))
    }
    let first = try opened()
    try files.lock(first)
    let served = Mutex<[Int]>([])
    let running = DispatchGroup()
    for number in 0..<5 {
      let before = try files.status(first).stamp.size
      let own = try opened()
      running.enter()
      Thread.detachNewThread {
        try? files.lock(own)
        served.withLock { $0.append(number) }
        files.close(own)
        running.leave()
      }
      // It waits once it has taken a number, which is the size of the file.
      while try files.status(first).stamp.size == before { sched_yield() }
    }
    files.close(first)
    running.wait()
    #expect(served.withLock { $0 } == Array(0..<5))
  }

  @Test("writers in many threads wait for one another and lose nothing")
  func threads() async throws {
    let scratch = Scratch()
    let store = try scratch.create(.live)
    try store.commit(.add(Scratch.member(0, more: [("count", 0)])))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        // Half of them share a store, as tasks do; half have their own, as processes do.
        let own = writer % 2 == 0 ? store : try scratch.open(.live)
        group.addTask {
          var left = 10
          while left > 0 {
            let seen = try own.document(Scratch.id(0))
            var tree = seen.tree
            tree["count"] = JSON((tree["count"]?.int ?? 0) + 1)
            do {
              try own.commit(.replace(seen.id, with: tree, expecting: seen.revision))
              left -= 1
            } catch StoreError.conflict {
              continue
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.document(Scratch.id(0)).tree["count"]?.int == 80)
    #expect(try store.journalEntries().count == 81)
    #expect(scratch.names(".store/tmp").isEmpty)
  }

  @Test("a name that leads out of the folder is not followed")
  func links() throws {
    let scratch = Scratch()
    try scratch.write("secret", to: "file")
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/link", withDestinationPath: "\(scratch.path)/file")
    let files = FileSystem.live
    let folder = try files.openPath(scratch.path)
    defer { files.close(folder) }
    #expect(throws: SystemFailure.self) { try files.open(folder, "link", .reading) }
    #expect(try files.statusBelow(folder, "link").kind == .other)
    #expect(try Set(files.list(folder).map(\.name)) == ["file", "link"])
  }
}
