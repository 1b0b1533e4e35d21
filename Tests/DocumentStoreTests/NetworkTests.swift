import Foundation
import JSONTree
import Testing

@testable import DocumentStore

@Suite struct NetworkTests {
  private func files(kind: String?, computer: String) -> FileSystem {
    var files = FileSystem.quick
    files.networkKind = { _ in kind }
    files.computer = { computer }
    return files
  }

  @Test("on a network file system one computer writes, and another is told which")
  func oneComputer() throws {
    let scratch = Scratch()
    _ = try scratch.create()
    let ward = files(kind: "NFS", computer: "1 ward")
    try scratch.open(ward).commit(.add(Scratch.member(1)))
    try scratch.open(ward).commit(.add(Scratch.member(2)))
    let office = try scratch.open(files(kind: "NFS", computer: "2 office"))
    #expect {
      try office.commit(.add(Scratch.member(3)))
    } throws: {
      "\($0)".contains("network file system (NFS)") && "\($0)".contains("ward writes to it")
    }
    // It may read, and write once the other has left.
    #expect(try office.documents(ofType: "member").count == 2)
    try FileManager.default.removeItem(atPath: "\(scratch.path)/.store/writer")
    try office.commit(.add(Scratch.member(3)))
    #expect(throws: StoreError.self) { try scratch.open(ward).commit(.add(Scratch.member(4))) }
  }

  @Test("on a computer's own disk nobody is asked which computer this is")
  func ownDisk() throws {
    let scratch = Scratch()
    _ = try scratch.create()
    try scratch.open(files(kind: nil, computer: "1 ward")).commit(.add(Scratch.member(1)))
    try scratch.open(files(kind: nil, computer: "2 office")).commit(.add(Scratch.member(2)))
    #expect(!scratch.names(".store").contains("writer"))
  }

  @Test("the file systems that computers share are known by their numbers")
  func numbers() {
    #expect(NetworkFileSystem.name(ofMagic: 0x6969) == "NFS")
    #expect(NetworkFileSystem.name(ofMagic: Int(Int32(bitPattern: 0xFF53_4D42))) == "CIFS")
    #expect(NetworkFileSystem.name(ofMagic: 0xEF53) == nil)
    #expect(NetworkFileSystem.name(ofMagic: 0x0102_1994) == nil)
    #expect(!NetworkFileSystem.computer.isEmpty)
  }
}
