import Testing

@testable import huddle

private nonisolated(unsafe) var variable = 7

@Suite("The program's memory")
struct MemoryTests {
  @Test("that is written to is where its variables are, and keeps them when its pages are taken")
  func variables() throws {
    let segment = try #require(ProgramSegment.written)
    let address = withUnsafeMutablePointer(to: &variable) { UInt(bitPattern: $0) }
    #expect((segment.start..<segment.start + UInt(segment.bytes)).contains(address))
    #expect((0...segment.bytes).contains(segment.fileBytes))
    variable = 8
    takePagesOfVariables()
    #expect(variable == 8)
  }
}
