import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct NoRoomTests {
  /// Every way to save, on a store that holds members 1 and 2 and, in the trash, 3.
  static let saves: [(name: String, operations: [Operation])] = [
    ("add", [.add(Scratch.member(10))]),
    ("replace", [.replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: nil)]),
    ("trash", [.trash(Scratch.id(1), expecting: nil)]),
    ("restore", [.restore(Scratch.id(3))]),
    (
      "several",
      [
        .add(Scratch.cycle(11)), .trash(Scratch.id(2), expecting: nil),
        .replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: nil),
      ]
    ),
    ("many", (20..<53).map { Operation.add(Scratch.cycle($0, site: 900 + $0 % 2)) }),
  ]

  /// All documents by id, and the trash, as bytes.
  private func contents(_ store: DocumentStore) throws -> [String: String] {
    var contents: [String: String] = [:]
    for type in ["member", "cycle"] {
      for document in try store.documents(ofType: type) {
        contents[document.id] = document.tree.canonicalText
      }
    }
    for trashed in try store.trashed() {
      contents["trash/\(trashed.id)"] = trashed.tree.compactText
    }
    return contents
  }

  private func prepared() throws -> Scratch {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(
      .add(Scratch.member(1)), .add(Scratch.member(2)), .add(Scratch.member(3)))
    try store.commit(.trash(Scratch.id(3), expecting: nil))
    return scratch
  }

  @Test(
    "a disk that fills up at any step of a save leaves all the old or all the new",
    arguments: 0..<saves.count, [false, true])
  func everyStep(save: Int, isLasting: Bool) throws {
    let (name, operations) = Self.saves[save]
    let transaction = Transaction(operations, verb: name, by: "a", at: Scratch.noon)
    let reference = try prepared()
    let before = try contents(reference.open())
    let counter = FailingFileSystem(call: .max, isLasting: false)
    try reference.open(counter.files).commit(transaction)
    let after = try contents(reference.open())
    #expect(before != after)
    #expect(counter.count > 5)

    // A lasting failure is tried at each step, so no other fault can hide behind the first.
    for call in 1...counter.count {
      let scratch = try prepared()
      let failing = FailingFileSystem(call: call, isLasting: isLasting)
      var isSaved = true
      var error: StoreError?
      do {
        try scratch.open(failing.files).commit(transaction)
      } catch let failure as StoreError {
        isSaved = false
        error = failure
      }
      let store = try scratch.open()
      #expect(store.damaged.isEmpty)
      let found = try contents(store)
      let lines = try store.journalEntries().filter { $0.verb == name }.count
      if isSaved {
        #expect(found == after, "\(name), call \(call)")
        #expect(lines == 1, "\(name), call \(call)")
      } else {
        guard case .noSpace = error else {
          Issue.record("\(name), call \(call): \(String(describing: error))")
          return
        }
        #expect(found == before || isLasting && found == after, "\(name), call \(call)")
        if found == before { #expect(lines == 0, "\(name), call \(call)") }
      }
      // And the store goes on.
      try store.commit(.add(Scratch.member(99)))
      #expect(try scratch.open().document(Scratch.id(99)).tree == Scratch.member(99))
      #expect(scratch.names(".store/intent").isEmpty)
    }
  }

  @Test(
    "each failure of a disk has its own error",
    arguments: [
      (ENOSPC, "noSpace"), (EDQUOT, "noSpace"), (EFBIG, "sizeLimit"), (EROFS, "readOnly"),
      (EACCES, "notPermitted"), (EPERM, "notPermitted"), (EIO, "io"),
    ])
  func errors(code: Int32, name: String) throws {
    let scratch = try prepared()
    let failing = FailingFileSystem(call: 1, isLasting: true, code: code)
    #expect {
      try scratch.open(failing.files).commit(.add(Scratch.member(10)))
    } throws: { "\($0 as? StoreError, default: "")".isEmpty == false && Self.name($0) == name }
  }

  private static func name(_ error: any Error) -> String {
    switch error as? StoreError {
    case .noSpace: "noSpace"
    case .sizeLimit: "sizeLimit"
    case .readOnly: "readOnly"
    case .notPermitted: "notPermitted"
    case .io: "io"
    default: "other"
    }
  }

  @Test("making a store on a full disk leaves nothing that stands in the way of the next attempt")
  func creating() throws {
    let counter = FailingFileSystem(call: .max, isLasting: false)
    _ = try Scratch().create(counter.files)
    for call in 1...counter.count {
      let scratch = Scratch()
      let failing = FailingFileSystem(call: call, isLasting: true)
      #expect(throws: StoreError.self) { try scratch.create(failing.files) }
      let store = try? scratch.open()
      if store == nil { _ = try scratch.create() }
      try scratch.open().commit(.add(Scratch.member(1)))
    }
  }
}
