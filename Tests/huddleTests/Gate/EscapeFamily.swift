import TestSupport

/// A way out of the gate that somebody might try, in many forms, and the same thing done where
/// nothing stands before it.
struct EscapeFamily {
  /// What stops it, and how that shows.
  enum Barrier {
    /// The gate says why not and writes it down.
    case gate
    /// The server refuses, because the key's line says `restrict`, and writes it down with the first
    /// words; the client says the second.
    case server(String, told: String)
    /// The session goes on as the same member, without what was to be brought in; the gate, or the
    /// server where its words are given, writes that down.
    case taken(byServer: String?)
    /// The workbench goes on, or ends by itself, and shows nothing but itself.
    case workbench
  }

  var name: String
  var barrier: Barrier
  var attempts: [Attempt]
  /// What shows that the attempt works where nothing stops it, and what it then prints.
  var control: Attempt
  var controlShows: String
  /// Whether the server itself is what has to be opened for the control.
  var opensServer = false

  struct Attempt {
    var options: [String] = []
    var command: [String] = []
    var input: [UInt8] = []
    var program = "/usr/bin/ssh"
    /// Words before the client, such as an agent it runs under.
    var before: [String] = []
    /// What happens in a terminal, where there is one.
    var terminal: Terminal?

    /// What a subsystem says on its second output no server hands on.
    var isSubsystem: Bool { options.contains("-s") || program != "/usr/bin/ssh" }
  }

  struct Terminal {
    var columns: UInt16 = 120
    var rows: UInt16 = 40
    /// What has to be shown before anything is typed; nothing types ahead.
    var after: String? = "Cycles"
    var keys: [UInt8] = []
    var resizes: [(columns: UInt16, rows: UInt16)] = []
    /// Whether the gate has something to write down.
    var isTold = true
  }
}

/// Where attempts take place.
struct EscapePlace {
  /// Where files may be looked for.
  var folder: String
  /// The server's own, which answers with its version.
  var port: Int
  var huddle: String
  var store: String

}

extension EscapeFamily {
  static func all(_ place: EscapePlace) -> [EscapeFamily] {
    forwarding(place) + copying(place) + commands(place) + variables(place) + terminals(place)
      + bytes(place)
  }

  /// Commands that are each one attempt.
  static func typed(_ commands: [String], options: [String] = []) -> [Attempt] {
    commands.map { Attempt(options: options, command: ["--", $0]) }
  }

  /// Settings of the client, each brought along by somebody who only asks who they are.
  static func set(_ variables: [String]) -> [Attempt] {
    variables.map { Attempt(options: ["-o", "SetEnv=\"\($0)\""], command: ["whoami"]) }
  }
}
