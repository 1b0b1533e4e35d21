import Improvement

/// Who tried a shared resource and how far each got, as openly for failures as for successes.
public struct TriedAt: Sendable {
  public var adoptions: [Adoption]

  public init(_ adoptions: [Adoption]) { self.adoptions = adoptions }

  /// The sites that went beyond thinking about it.
  public var sites: Set<String> { Set(tried.map(\.site)) }

  public var tried: [Adoption] { adoptions.filter(\.isTry) }

  /// Where the tries stand, without a word on whether it helped: that is what charts are for.
  ///
  /// A site counts once, by the furthest of its tries.
  public var summary: String {
    let tried = self.tried
    let others = Set(adoptions.map(\.site)).subtracting(tried.map(\.site)).count
    guard !tried.isEmpty else {
      return others == 0
        ? "Nobody here has tried it yet."
        : "Nobody has tried it yet; \(others) \(others == 1 ? "site knows" : "sites know") of it."
    }
    var stands: [String: Stand] = [:]
    for adoption in tried {
      stands[adoption.site] = max(stands[adoption.site] ?? .stopped, adoption.stand)
    }
    let parts = Stand.allCases.reversed().compactMap { stand -> String? in
      let count = stands.values.count { $0 == stand }
      return count == 0 ? nil : "\(count) \(stand.words(count))"
    }
    let places = stands.count == 1 ? "1 site" : "\(stands.count) sites"
    return "Tried at \(places): \(parts.joined(separator: ", "))."
      + " Sites chose to try; there is no comparison group."
  }
}

extension TriedAt {
  /// Those who did not try it, in one sentence; nil where there are none, or where nobody tried it
  /// and the summary says so already.
  public var othersSummary: String? {
    guard !tried.isEmpty else { return nil }
    let others = adoptions.filter { !$0.isTry }
    let declined = others.count { $0.stage == .abandoned }
    let thinking = others.count - declined
    var parts: [String] = []
    if thinking > 0 {
      parts.append(
        thinking == 1
          ? "1 more knows of it or is considering it"
          : "\(thinking) more know of it or are considering it")
    }
    if declined > 0 { parts.append("\(declined) decided against it before trying") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }
}

/// Where a try stands, the furthest last.
private enum Stand: Int, CaseIterable, Comparable {
  case stopped, testing, inUse

  static func < (left: Stand, right: Stand) -> Bool { left.rawValue < right.rawValue }

  func words(_ count: Int) -> String {
    switch self {
    case .stopped: "stopped"
    case .testing: "still testing"
    case .inUse: count == 1 ? "uses it" : "use it"
    }
  }
}

extension Adoption {
  /// Whether it went beyond thinking. One given up before it was begun did not, as far as its
  /// history tells.
  public var isTry: Bool {
    switch stage {
    case .aware, .considering: false
    case .testing, .adapted, .implemented, .sustained: true
    case .abandoned:
      history.isEmpty
        || history.contains { step in
          step.stage.map { ![.aware, .considering, .abandoned].contains($0) } ?? false
        }
    }
  }

  fileprivate var stand: Stand {
    switch stage {
    case .implemented, .sustained: .inUse
    case .abandoned: .stopped
    case .aware, .considering, .testing, .adapted: .testing
    }
  }
}
