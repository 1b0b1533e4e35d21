import ArgumentParser
import Collaborative
import DocumentStore
import Improvement
import JSONTree

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find what others share, need and offer.",
    discussion: """
      All words must occur, typing errors are forgiven, and the best fit comes
      first. Of a facet named more than once any value will do; several facets
      must all fit.

      Examples:
        huddle search warm blanket
        huddle search --facet kind=tool --facet kind=form --order recency
        huddle search falls --facet site=riverside --json
        huddle search falls --save "Falls at night"
        huddle search --saved "Falls at night"
      """)

  @Argument(help: ArgumentHelp("Words to find.", valueName: "words"))
  var words: [String] = []

  @Option(
    name: .customLong("facet"),
    help: ArgumentHelp(
      "Only what has this value: \(Facet.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name=value"))
  var facets: [String] = []

  @Option(
    help: ArgumentHelp(
      "\(CommonsQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "order"),
    completion: .list(CommonsQuery.Order.allCases.map(\.rawValue)))
  var order: String?

  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int?

  @Option(help: ArgumentHelp("Keep this search for yourself under a name.", valueName: "name"))
  var save: String?

  @Option(help: ArgumentHelp("Look for what you kept under this name.", valueName: "name"))
  var saved: String?

  @Option(help: ArgumentHelp("Keep the search of this name no longer.", valueName: "name"))
  var forget: String?

  @Flag(help: "As JSON, with how many have each value of each facet.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit wants 0 or more.") }
    if let order, CommonsQuery.Order(rawValue: order) == nil {
      throw ValidationError("--order wants relevance, adoption or recency, not “\(order)”.")
    }
    if let save, save.allSatisfy(\.isWhitespace) { throw ValidationError("--save wants a name.") }
    if forget != nil, save != nil || saved != nil || !words.isEmpty || !facets.isEmpty {
      throw ValidationError("--forget stands alone.")
    }
    if saved != nil, !words.isEmpty || !facets.isEmpty || save != nil {
      throw ValidationError("--saved brings its own words and facets.")
    }
    _ = try choices()
  }

  func run() throws {
    let collaboration = try options.open()
    if let forget {
      _ = try known(forget, collaboration)
      return try collaboration.forgetSearch(named: forget)
    }
    var query = CommonsQuery(
      words: words.joined(separator: " "), order: order.flatMap(CommonsQuery.Order.init(rawValue:)),
      limit: limit ?? .max)
    for (facet, value) in try choices() {
      query.facets[facet, default: []].insert(
        try collaboration.facetValue(value, of: facet))
    }
    if let saved {
      let search = try known(saved, collaboration)
      query = search.query
      query.isTyping = false
      query.order = order.flatMap(CommonsQuery.Order.init(rawValue:)) ?? search.order
      query.limit = limit ?? .max
    }
    if let save {
      try collaboration.keep(
        SavedSearch(name: save, words: query.words, facets: query.facets, order: query.order))
    }
    let rows = try collaboration.whole { try collaboration.commonsRows(query) }
    if json {
      Output.json(try Self.json(rows, query, collaboration))
    } else {
      show(rows, query)
    }
  }

  private func choices() throws -> [(Facet, String)] {
    try facets.map { text in
      guard let equals = text.firstIndex(of: "="),
        let facet = Facet(rawValue: String(text[..<equals]))
      else {
        let names = Facet.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--facet wants NAME=VALUE with one of \(names), not “\(text)”.")
      }
      return (facet, String(text[text.index(after: equals)...]))
    }
  }

  private func known(_ name: String, _ collaboration: Collaboration) throws -> SavedSearch {
    let all = try collaboration.savedSearches()
    if let search = all.first(where: { $0.name == name }) { return search }
    let near = Similarity.closest(to: name, in: all.map(\.name))
    throw ValidationError(
      "You keep no search called “\(name)”."
        + (near.first.map { " Did you mean “\($0)”?" } ?? ""))
  }

  private func show(_ rows: CommonsRows, _ query: CommonsQuery) {
    guard !rows.isEmpty else {
      let hint = rows.suggestion.map { "; did you mean “\($0)”?" } ?? ""
      Output.note("nothing found\(hint)")
      return
    }
    let table = TextTable(
      headers: ["id", "kind", "title", "tried at", "evidence"],
      rows: rows.map { row in
        [
          row.target.id, row.kind, row.title, row.triedAt == 0 ? "" : String(row.triedAt),
          row.evidence,
        ]
      }, keeps: 0)
    Output.result(table.text(columns: Output.columns, glyphs: options.shownGlyphs))
    if rows.count < rows.total { Output.note("\(rows.count) of \(rows.total)") }
  }

  private static func json(
    _ rows: CommonsRows, _ query: CommonsQuery, _ collaboration: Collaboration
  ) throws -> JSON {
    let counts = try collaboration.commonsFacets(query)
    var facets: JSON = [:]
    for (facet, values) in counts {
      facets[facet.rawValue] = .array(
        values.map { value in
          [
            "value": .string(value.value), "label": .string(value.label),
            "count": JSON(value.count),
          ]
        })
    }
    return [
      "total": JSON(rows.total), "suggestion": rows.suggestion.map(JSON.string) ?? .null,
      "results": .array(
        rows.map { row in
          [
            "id": .string(row.target.id), "type": .string(row.target.type.rawValue),
            "kind": .string(row.kind), "title": .string(row.title),
            "summary": .string(row.summary), "evidence": .string(row.evidence),
            "triedAt": JSON(row.triedAt),
          ]
        }), "facets": facets,
    ]
  }
}
