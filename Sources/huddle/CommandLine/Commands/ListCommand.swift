import ArgumentParser
import Collaborative
import Exchange
import Improvement
import JSONTree

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List documents of a type.",
    discussion: """
      Examples:
        huddle list cycle --where stage=study --sort plannedEnd
        huddle list resource --search "warm blanket" --json
      """)

  @Argument(
    help: "What to list: \(TypeArgument.allValueStrings.joined(separator: ", ")).",
    completion: .list(TypeArgument.allValueStrings), transform: TypeArgument.read)
  var type: TypeArgument

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only those with this value; several must all hold.", valueName: "field=value"))
  var conditions: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only those in which all of these words occur.", valueName: "words"))
  var search = ""

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("In the order of a field; -FIELD for the largest first.", valueName: "field")
  )
  var sort: String?

  @Option(help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int?

  @Flag(help: "As a JSON array.")
  var json = false

  @Flag(help: "As CSV.")
  var csv = false

  @OptionGroup var view: ViewOptions

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if json, csv { throw ValidationError("Choose --json or --csv, not both.") }
    if let limit, limit < 0 { throw ValidationError("--limit wants 0 or more.") }
  }

  func run() throws {
    let collaboration = view.of(try options.open())
    let request = ListRequest(
      type: type.type, conditions: try conditions.map(Self.condition), search: search,
      sort: sort, limit: limit ?? .max)
    let page = try collaboration.whole { try collaboration.list(request) }
    show(page, collaboration)
    // Damage is never hidden, however the list is shown and even where nothing is left of it.
    let damaged = collaboration.damagedCount(type.type)
    if damaged > 0 {
      Output.note("\(damaged) damaged \(damaged == 1 ? "document is" : "documents are") not listed")
    }
  }

  private func show(_ page: ListPage, _ collaboration: Collaboration) {
    if json {
      Output.json(.array(page.rows.map(collaboration.presented)))
      return
    }
    let table = DocumentList(page.rows, type: type.type, collaboration)
    if csv {
      let text = table.csv
      Output.result(Output.isTerminal ? TerminalText.visible(text) : text)
      return
    }
    guard !page.rows.isEmpty else {
      Output.note("no \(type.type.pluralLabel) found")
      return
    }
    Output.result(table.text(columns: Output.columns, glyphs: options.shownGlyphs))
    if page.rows.count < page.total { Output.note("\(page.rows.count) of \(page.total)") }
  }

  static func condition(_ word: String) throws -> ListRequest.Condition {
    guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
      throw ValidationError("--where wants FIELD=VALUE, not “\(word)”.")
    }
    return ListRequest.Condition(
      field: String(word[..<equals]), value: String(word[word.index(after: equals)...]))
  }
}
