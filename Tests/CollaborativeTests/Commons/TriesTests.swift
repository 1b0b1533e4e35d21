import TestSupport
import Testing

@testable import Collaborative

@Suite("Counting the sites that tried something") struct TriesTests {
  @Test(
    "followed try-out by try-out they count what a look at all of them counts", arguments: 0..<8)
  func counts(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var tries = Tries()
    var known: [String: Tries.Place] = [:]
    for _ in 0..<600 {
      let id = "try\(Int.random(in: 0..<40, using: &random))"
      let before = known
      if Int.random(in: 0..<4, using: &random) == 0 {
        known[id] = nil
      } else {
        known[id] = Tries.Place(
          resource: "r\(Int.random(in: 0..<5, using: &random))",
          site: "s\(Int.random(in: 0..<6, using: &random))")
      }
      let touched = Set(tries.set(id, to: known[id]))
      for number in 0..<5 {
        let resource = "r\(number)"
        func sites(_ all: [String: Tries.Place]) -> Int {
          Set(all.values.filter { $0.resource == resource }.map(\.site)).count
        }
        #expect(tries.siteCount(of: resource) == sites(known))
        if sites(before) != sites(known) { #expect(touched.contains(resource)) }
      }
    }
    var filled = Tries(capacity: known.count)
    filled.fill(known.map { (id: $0.key, tried: $0.value) })
    for number in 0..<5 {
      #expect(filled.siteCount(of: "r\(number)") == tries.siteCount(of: "r\(number)"))
    }
  }
}
