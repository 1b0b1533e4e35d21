import ArgumentParser
import Cells
import Collaborative
import Improvement
import Workbench

struct TakeOnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-on",
    abstract: "Let a site take a package on, in whole or in part.",
    discussion: """
      A try-out is made of the package and of each element that is taken, so that each has its own
      stage. What the site tries already stays as it is.

      Example:
        huddle commons take-on "Warm patients" riverside --elements "1, 3"
      """)

  @Argument(help: "A package's title, or the beginning of its id.")
  var package: String

  @Argument(help: "A site's code or id.")
  var site: String

  @Option(
    help: ArgumentHelp("Numbers or titles of elements; else all.", valueName: "elements"))
  var elements: String?

  @Option(help: ArgumentHelp("The project it is part of.", valueName: "project"))
  var project: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(package, type: .resource)
    let resource = Resource(try collaboration.document(id).tree)
    let outcome = try collaboration.takeOn(
      package: id, elements: collaboration.elements(meant: elements ?? "", of: resource),
      at: collaboration.resolve(site, type: .site),
      project: project.map { try collaboration.resolve($0, type: .project) })
    for id in [outcome.id] + outcome.others.map(\.id) { Output.result("\(id)\n") }
    Output.note(outcome.words)
    collaboration.keepHistoryIfDue(.afterCommand)
  }
}

struct PackageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "package",
    abstract: "Show which sites took which elements of a package, and how reliably.",
    discussion: """
      Example:
        huddle commons package "Warm patients"
      """)

  @Argument(help: "A package's title, or the beginning of its id.")
  var package: String

  @OptionGroup var options: GlobalOptions

  func run() throws { try printAspect(.package, of: package, options) }
}

struct FamilyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "family",
    abstract: "Show what a resource was made from and what was made from it, as a tree.",
    discussion: """
      Example:
        huddle commons family "Warm blanket"
      """)

  @Argument(help: "A resource's title, or the beginning of its id.")
  var resource: String

  @OptionGroup var options: GlobalOptions

  func run() throws { try printAspect(.family, of: resource, options) }
}

private func printAspect(
  _ aspect: ResourceAspect, of text: String, _ options: GlobalOptions
) throws {
  let collaboration = try options.open()
  let id = try collaboration.resolve(text, type: .resource)
  let page = try collaboration.whole { try collaboration.page(aspect, ofResource: id) }
  let glyphs = TerminalText.glyphs(options.glyphs?.glyphs)
  Output.line(page.plainText(columns: Output.columns ?? 80, glyphs: glyphs))
}
