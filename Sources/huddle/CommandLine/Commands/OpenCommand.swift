import ArgumentParser
import Collaborative
import Workbench

/// What `huddle` and `huddle SECTION` stand for; not a word of the command line itself.
struct OpenCommand: ParsableCommand {
  static let name = "open"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Open the workbench.", usage: "huddle [SECTION]",
    shouldDisplay: false)

  @Argument(help: "The section to open.")
  var section: SectionID?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try openWorkbench(opened(), options.workbench(at: section))
  }

  private func opened() throws -> Collaboration {
    do throws(CollaborationError) {
      return try options.open(soonNeeded: (section ?? .today).lastRead, believes: true)
    } catch {
      switch error {
      case .store(.notThere), .store(.notAStore):
        throw Failure(words: Self.welcome(options.storePath), code: 3, isPage: true)
      default: throw error
      }
    }
  }

  /// What a first start without a store says.
  static func welcome(_ path: String) -> String {
    """
    Welcome to huddle.

    There is no store at \(path) yet. Type one of these:

      huddle demo          look around in a sample network
      huddle init          begin a store of your own
      huddle --store DIR   open one that lies somewhere else

    huddle --help shows everything else.
    """
  }
}

extension OpenCommand {
  /// Reads words that only open the workbench without the parser; nothing of all others.
  ///
  /// The parser finds out by reflection what a command takes, which is nothing to a command and much
  /// to a first screen: about a fifth of what is done until then.
  init?(_ order: ArgumentOrder) {
    let section = order.word.flatMap(SectionID.init(word:))
    guard order.isBare, order.word == nil || section != nil,
      let options = GlobalOptions(typed: order.globals)
    else { return nil }
    self.init()
    give(section, options)
  }

  private mutating func give(_ section: SectionID?, _ options: GlobalOptions) {
    (self.section, self.options) = (section, options)
  }
}

extension SectionID: ExpressibleByArgument {}
