import ArgumentParser
import Collaborative
import Demo
import DocumentStore
import Improvement
import JSONTree
import Workbench

struct DemoCommand: ParsableCommand {
  static let name = "demo"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Look around in a sample network; nothing in it is real.",
    discussion: """
      It has a folder of its own and is opened again as you left it; the same seed makes the same
      network. Whoever has no login in it is one of its coaches.

      Examples:
        huddle demo
        huddle demo --sites 40 --months 36 --no-open --store /tmp/large-demo
      """)

  /// The sample that is meant where nothing else is said.
  fileprivate static let usual = (sites: 12, months: 24, retellings: 0, seed: UInt64(1))

  @Option(help: ArgumentHelp("How many sites.", valueName: "n"))
  var sites = Self.usual.sites

  @Option(help: ArgumentHelp("How many months of numbers.", valueName: "n"))
  var months = Self.usual.months

  @Option(
    help: ArgumentHelp(
      "How often each site's cycles are told once more, for a large store.", valueName: "n"))
  var retellings = Self.usual.retellings

  @Option(help: ArgumentHelp("Another seed makes another network.", valueName: "n"))
  var seed = Self.usual.seed

  @Flag(help: "Make it and do not open it.")
  var noOpen = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard (1...100_000).contains(sites) else {
      throw ValidationError("--sites wants a number from 1 to 100000.")
    }
    guard (0...1_000).contains(retellings) else {
      throw ValidationError("--retellings wants a number from 0 to 1000.")
    }
    guard (3...600).contains(months) else {
      throw ValidationError("--months wants a number from 3 to 600.")
    }
  }

  func run() throws {
    let network = DemoNetwork(
      seed: seed, sites: sites, months: months, retellings: retellings, endingAt: Clock.live.today)
    let path = folder
    let isNew = try !Self.isMade(network, at: path)
    if isNew { try Self.make(network, at: path) }
    let collaboration = try Collaboration.open(
      path: path, loginAsked: options.login, unixLogin: GlobalOptions.unixLogin,
      soonNeeded: noOpen ? [] : SectionID.today.lastRead, believes: !noOpen)
    let origin =
      isNew
      ? "made a synthetic network of \(sites) sites in \(path)"
      : "the synthetic network in \(path), as you left it; remove the folder to start afresh"
    let person = collaboration.principal.introduction
    Output.note("\(origin)\nyou are \(person); --as LOGIN is someone else")
    if noOpen {
      Output.line(path)
      return
    }
    try openWorkbench(collaboration, options.workbench(at: nil))
  }

  /// The folder that was asked for, else one for each network that can be asked for.
  private var folder: String {
    if let store = options.store, !store.isEmpty { return store }
    let isUsual = (sites, months, retellings, seed) == Self.usual
    let age = retellings == 0 ? "" : "-\(retellings)"
    let suffix = isUsual ? "" : "-\(sites)-\(months)-\(seed)\(age)"
    return "\(GlobalOptions.dataFolder)/huddle-demo\(suffix)"
  }

  /// Whether the folder holds this very network already.
  ///
  /// - Throws: where it holds another store, above all one that is not synthetic.
  private static func isMade(_ network: DemoNetwork, at path: String) throws -> Bool {
    let about: JSON
    do throws(StoreError) {
      about = try DocumentStore.about(at: path)
    } catch {
      switch error {
      case .notThere, .notAStore: return false
      default: throw error
      }
    }
    guard about["synthetic"]?.bool == true else {
      throw Failure.refused(
        "\(path) holds a store that is not synthetic, and the demo leaves it alone; "
          + "choose another folder with --store")
    }
    for name in ["seed", "sites", "months", "retellings"] {
      guard about["demo"]?[name] == network.storeFields["demo"]?[name] else {
        throw Failure.refused(
          "\(path) holds another sample network, made with another --\(name); "
            + "choose another folder with --store, or remove this one")
      }
    }
    return true
  }

  private static func make(_ network: DemoNetwork, at path: String) throws {
    var fields = network.storeFields
    fields["demoLogin"] = coach(of: network).map(JSON.string)
    try DocumentStore.createInBulk(
      at: path, schemas: DocumentType.schemas, fields: fields, documents: network,
      journal: [JournalEntry](), at: Clock.live.now())
  }

  /// The login of the network's first coach, as whom whoever looks around is signed in.
  private static func coach(of network: DemoNetwork) -> String? {
    network.lazy.filter { $0["type"]?.string == DocumentType.member.rawValue }.map(Member.init)
      .first { $0.networkRole == .coach && $0.login != nil }?.login
  }
}

extension DemoCommand {
  /// Reads words that ask for the usual sample and no more without the parser, as `OpenCommand` does.
  init?(_ order: ArgumentOrder) {
    guard order.word == Self.name, order.isBare,
      let options = GlobalOptions(typed: order.globals)
    else { return nil }
    self.init()
    give(options)
  }

  private mutating func give(_ options: GlobalOptions) {
    (sites, months, retellings, seed) = Self.usual
    (noOpen, self.options) = (false, options)
  }
}
