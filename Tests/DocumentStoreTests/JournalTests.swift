import DocumentStore
import Foundation
import JSONTree
import Testing

import enum DocumentStore.Operation

@Suite struct JournalTests {
  @Test("each transaction is one line: who, when, what, from which bytes to which")
  func line() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)), verb: "add:member", by: "m1")
    let old = try store.document(Scratch.id(1)).revision
    let later = Timestamp(secondsSince1970: Scratch.noon.secondsSince1970 + 60)
    try store.commit(
      .replace(Scratch.id(1), with: Scratch.member(1, name: "New"), expecting: old), by: "m2",
      at: later)
    let entries = try scratch.open().journalEntries()
    #expect(entries.map(\.verb) == ["add:member", "set:member"])
    #expect(entries.map(\.by) == ["m1", "m2"])
    #expect(entries.map(\.at) == [Scratch.noon, later])
    #expect(entries[0].documents[0].old == nil)
    #expect(entries[1].documents[0].old == old)
    #expect(entries[1].documents[0].new == (try store.document(Scratch.id(1)).revision))
    #expect(try scratch.open().lastChange(of: Scratch.id(1)) == LastChange(at: later, by: "m2"))
    #expect(try store.lastChange(of: Scratch.id(2)) == nil)
    let journal = try #require(scratch.journal())
    #expect(journal.place.hasSuffix("/2026-03.jsonl"))
    #expect(journal.text.split(separator: "\n").count == 2)
  }

  @Test("a line a power cut left half written is passed over, and the next stands on its own")
  func torn() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)), verb: "one")
    let journal = try #require(scratch.journal())
    try scratch.write(journal.text + #"{"id":"0","at":"2026-"#, to: journal.place)
    #expect(try scratch.open().journalEntries().map(\.verb) == ["one"])
    try store.commit(.add(Scratch.member(2)), verb: "two")
    #expect(try scratch.open().journalEntries().map(\.verb) == ["one", "two"])
    let text = try #require(scratch.journal()).text
    #expect(text.hasPrefix(journal.text + #"{"id":"0","at":"2026-"# + "\n{"))
    #expect(text.hasSuffix("}\n"))
  }

  @Test("a reader goes on from where it stopped, and waits for the end of a torn line")
  func position() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)), verb: "one")
    let (first, position) = try store.readJournal(since: .start)
    #expect(first.map(\.verb) == ["one"])
    #expect(try store.readJournal(since: position).entries.isEmpty)
    try store.commit(.add(Scratch.member(2)), verb: "two")
    let journal = try #require(scratch.journal())
    try scratch.write(String(journal.text.dropLast(5)), to: journal.place)
    let (none, same) = try store.readJournal(since: position)
    #expect(none.isEmpty)
    #expect(same == position)
    try scratch.write(journal.text, to: journal.place)
    #expect(try store.readJournal(since: same).entries.map(\.verb) == ["two"])
  }

  @Test("the journals of several hosts are read as one, in the order of time")
  func hosts() throws {
    let scratch = Scratch()
    let store = try scratch.create()
    try store.commit(.add(Scratch.member(1)), verb: "noon")
    let other = """
      {"at":"2026-03-14T11:00:00Z","by":"x","documents":[],"id":"a","verb":"before"}
      this is no line
      {"at":"2026-03-14T13:00:00Z","by":"x","documents":[],"id":"b","verb":"after"}

      """
    try scratch.write(other, to: "journal/otherhost/2026-03.jsonl")
    let entries = try scratch.open().journalEntries()
    #expect(entries.map(\.verb) == ["before", "noon", "after"])
    #expect(entries.first?.host == "otherhost")
  }

  @Test("two stores on one folder write under one host's name")
  func oneHost() throws {
    let scratch = Scratch()
    try scratch.create().commit(.add(Scratch.member(1)))
    try scratch.open().commit(.add(Scratch.member(2)))
    #expect(scratch.names("journal").count == 1)
  }
}
