import Demo
import Improvement
import JSONTree
import Testing

@Suite struct DemoNetworkTests {
  static let today = CalendarDate(daysSince1970: 20_780)  // 2026-11-23
  static let network = DemoNetwork.documents(seed: 1, endingAt: today)

  static func documents(_ type: DocumentType) -> [JSON] {
    network.filter { $0["type"]?.string == type.rawValue }
  }

  @Test("one seed is the same byte for byte, two seeds differ")
  func determinism() {
    func bytes(_ seed: UInt64) -> [[UInt8]] {
      DemoNetwork.documents(seed: seed, endingAt: Self.today).map(\.canonicalBytes)
    }
    #expect(bytes(1) == Self.network.map(\.canonicalBytes))
    #expect(bytes(2) != bytes(1))
  }

  @Test(
    "every document passes its checks, at any size",
    arguments: [
      (1, 12, 24), (2, 1, 3), (3, 5, 7), (4, 40, 12), (5, 12, 60),
    ] as [(UInt64, Int, Int)])
  func validity(_ seed: UInt64, _ sites: Int, _ months: Int) throws {
    let documents = DemoNetwork.documents(
      seed: seed, sites: sites, months: months, endingAt: Self.today)
    var measures: [String: Measure] = [:]
    for tree in documents {
      let type = try #require(tree["type"]?.string.flatMap(DocumentType.init(rawValue:)))
      #expect(Validation.findings(in: tree, type: type) == [])
      if type == .measure { measures[tree["id"]?.string ?? ""] = Measure(tree) }
      if type == .series {
        let measure = try #require(measures[Series(tree).measure])
        #expect(Validation.findings(in: Series(tree), of: measure) == [])
      }
    }
  }

  @Test(
    "ids are unique, and every reference leads to a document of its type",
    arguments: [
      (1, 12, 24), (2, 1, 3), (3, 30, 12),
    ] as [(UInt64, Int, Int)])
  func references(_ seed: UInt64, _ sites: Int, _ months: Int) throws {
    let documents = DemoNetwork.documents(
      seed: seed, sites: sites, months: months, endingAt: Self.today)
    var types: [String: String] = [:]
    for tree in documents {
      let id = try #require(tree["id"]?.string)
      #expect(types.updateValue(tree["type"]?.string ?? "", forKey: id) == nil)
    }
    func check(_ value: JSON?, _ kind: FieldKind, _ place: String) {
      guard let value else { return }
      switch kind {
      case .reference(let type): #expect(types[value.string ?? ""] == type.rawValue, "\(place)")
      case .author: #expect(types[value.string ?? ""] == "member", "\(place)")
      case .anyReference: #expect(types[value.string ?? ""] != nil, "\(place)")
      case .list(let element): for item in value.elements { check(item, element, place) }
      case .records(let fields, _):
        for record in value.elements {
          for field in fields { check(record[field.path], field.kind, "\(place) \(field.path)") }
        }
      default: break
      }
    }
    for tree in documents {
      guard let type = tree["type"]?.string.flatMap(DocumentType.init(rawValue:)) else { continue }
      for field in type.table.fields {
        check(tree[field.path], field.kind, "\(type) \(field.path)")
      }
    }
  }

  @Test("nothing stands after today, and nobody wrote before the network began")
  func calendar() {
    let founded = Self.documents(.network).first?["created.at" as JSONPath]?.string ?? ""
    for tree in Self.network {
      let created = tree["created.at" as JSONPath]?.string ?? ""
      #expect(created.prefix(10) <= Self.today.description)
      #expect(created.prefix(10) >= founded.prefix(10))
    }
  }

  @Test("logins and site codes are unique in a network of any size")
  func names() {
    let network = DemoNetwork(seed: 1, sites: 300, months: 3, endingAt: Self.today)
    var seen: Set<String> = []
    for tree in network {
      for name in [tree["login"]?.string, tree["code"]?.string].compactMap(\.self) {
        #expect(seen.insert(name).inserted, "\(name)")
      }
    }
    #expect(seen.count > 2_000)
  }

  @Test("it says in its own text that nothing in it is real")
  func synthetic() {
    let network = DemoNetwork(seed: 1, endingAt: Self.today)
    #expect(network.storeFields["synthetic"] == true)
    #expect(network.storeFields["name"]?.string?.contains("synthetic") == true)
    let document = Self.documents(.network)[0]
    #expect(document["name"]?.string?.contains("synthetic") == true)
    #expect(document["purpose"]?.string?.contains("synthetic") == true)
  }
}
