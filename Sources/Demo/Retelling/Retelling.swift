import DocumentStore
import Improvement
import JSONTree

/// Further cycles told after a site's own: its people, project and measures with other days and
/// other words, so that a network of any age can be made whose texts are all different.
struct Retelling {
  private let chain: WordChain
  private var random: Randomness

  init(seed: UInt64, endingAt today: CalendarDate) {
    var texts: [String] = []
    for document in DemoNetwork.documents(seed: seed, sites: 48, endingAt: today) {
      Self.collect(document, into: &texts)
    }
    chain = WordChain(learningFrom: texts)
    random = Randomness(seed: seed, .retelling, 0)
  }

  /// A cycle like this one, in the four years before the sample network began; it belongs to no
  /// ramp.
  mutating func retold(_ cycle: JSON) -> JSON {
    var tree = retexted(cycle)
    let earliest: UInt64 = 1_577_836_800_000
    let moment = earliest + random.next() % 126_000_000_000
    tree["id"] = .string(ULID(milliseconds: moment, using: &random).text)
    tree["parentCycle"] = nil
    tree["act.nextCycle" as JSONPath] = nil
    return tree
  }

  private mutating func retexted(_ value: JSON) -> JSON {
    switch value {
    case .string(let text) where Self.isProse(text):
      .string(chain.text(ofLength: text.utf8.count, using: &random))
    case .array(let elements): .array(elements.map { retexted($0) })
    case .object(let object):
      .object(JSONObject(object.fields.map { ($0.key, retexted($0.value)) }))
    default: value
    }
  }

  private static func collect(_ value: JSON, into texts: inout [String]) {
    switch value {
    case .string(let text): if isProse(text) { texts.append(text) }
    case .array(let elements): for element in elements { collect(element, into: &texts) }
    case .object(let object): for field in object.fields { collect(field.value, into: &texts) }
    default: break
    }
  }

  /// Whether a text has words enough to be told in others.
  private static func isProse(_ text: String) -> Bool {
    text.utf8.count > 24 && text.contains(" ")
  }
}
