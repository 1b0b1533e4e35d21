import JSONTree
import TestSupport

/// Documents of every shape, the same for the same seed.
enum GeneratedJSON {
  static func tree(seed: UInt64) -> JSON {
    var generator = SeededGenerator(seed: seed)
    return object(depth: 0, &generator)
  }

  static func object(depth: Int, _ generator: inout SeededGenerator) -> JSON {
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      object[text(&generator)] = value(depth: depth + 1, &generator)
    }
    return .object(object)
  }

  static func value(depth: Int, _ generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0...(depth > 5 ? 4 : 7), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return JSON(Int.random(in: .min ... .max, using: &generator))
    case 3: return JSON(Double.random(in: -1e9...1e9, using: &generator))
    case 4: return .string(text(&generator))
    case 5:
      return .array(
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          value(depth: depth + 1, &generator)
        })
    default: return object(depth: depth, &generator)
    }
  }

  static func text(_ generator: inout SeededGenerator) -> String {
    let scalars: [ClosedRange<UInt32>] = [
      0...0x7F, 0x20...0x7E, 0x80...0x17F, 0x300...0x36F, 0x2018...0x2030, 0x1F600...0x1F640,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      let range = scalars[Int.random(in: 0..<scalars.count, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
