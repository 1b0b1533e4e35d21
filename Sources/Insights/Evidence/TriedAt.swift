import Improvement

/// Who tried a shared resource and how far each got, as openly for failures as for successes.
public struct TriedAt: Sendable {
  public var adoptions: [Adoption]

  public init(_ adoptions: [Adoption]) { self.adoptions = adoptions }

  /// The sites that went beyond thinking about it.
  public var sites: Set<String> { Set(tried.map(\.site)) }

  public var tried: [Adoption] { adoptions.filter(\.isTry) }
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
}
