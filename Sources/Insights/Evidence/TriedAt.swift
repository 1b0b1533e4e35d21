import Improvement

/// Who tried a shared resource and how far each got, as openly for failures as for successes.
public struct TriedAt: Sendable {
  public var adoptions: [Adoption]

  public init(_ adoptions: [Adoption]) { self.adoptions = adoptions }

  /// The sites that went beyond thinking about it.
  public var sites: Set<String> { Set(tried.map(\.site)) }

  public var tried: [Adoption] {
    adoptions.filter { $0.stage != .aware && $0.stage != .considering }
  }

  /// Where the tries stand, without a word on whether it helped: that is what charts are for.
  public var summary: String {
    guard !tried.isEmpty else {
      let considering = adoptions.count
      return considering == 0
        ? "Nobody here has tried it yet." : "\(considering) considering it; nobody has tried it yet."
    }
    let count = sites.count
    var parts: [String] = []
    for (stages, words) in Self.stands {
      let number = Set(tried.filter { stages.contains($0.stage) }.map(\.site)).count
      if number > 0 { parts.append("\(number) \(words)") }
    }
    return "Tried at \(count) \(count == 1 ? "site" : "sites"): \(parts.joined(separator: ", "))."
      + " Sites chose to try; there is no comparison group."
  }

  private static let stands: [(Set<AdoptionStage>, String)] = [
    ([.implemented, .sustained], "use it"), ([.testing, .adapted], "still testing"),
    ([.abandoned], "stopped"),
  ]
}
