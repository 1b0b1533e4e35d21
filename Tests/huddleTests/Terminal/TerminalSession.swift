import Glibc
import Testing

/// The built program in a terminal of its own, driven by keys and read as a screen.
///
/// A private tmux keeps the pseudo-terminal and knows what a person would see on it. Whatever is
/// waited for is polled with a deadline, never slept for.
final class TerminalSession {
  /// How long something may take on a busy machine before it counts as missing, in milliseconds.
  private static let patience = 120_000

  let sandbox: HuddleSandbox
  private let path: String
  /// How many keys were pressed besides text.
  private(set) var keystrokes = 0

  /// Starts the program, or any other command, in a terminal of the given size.
  ///
  /// - Parameters:
  ///   - words: the program's arguments, or a whole command line where `isProgram` is false.
  ///   - variables: what its environment has besides the sandbox's own.
  init(
    _ sandbox: HuddleSandbox, _ words: [String] = [], isProgram: Bool = true, columns: Int = 120,
    rows: Int = 40, variables: [String] = []
  ) throws {
    self.sandbox = sandbox
    let name = "terminal-\(UInt32.random(in: 0...UInt32.max))"
    path = "\(sandbox.folder)/\(name)"
    let settings = try sandbox.file(
      "\(name).conf",
      """
      set -g status off
      set -s escape-time 0
      set -g default-terminal tmux-256color
      """)
    // Tells the process and how it ended, and keeps the terminal open after that.
    let script = try sandbox.file(
      "\(name).sh",
      """
      sh -c 'echo $$ > "$0.process"; exec env "$@"' "$0" "$@"
      echo $? > "$0.code"
      exec cat
      """)
    let command =
      ["env", "-i"] + sandbox.variables + ["sh", script, "TERM=tmux-256color"] + variables
      + (isProgram ? [HuddleSandbox.program] + words : words)
    try tmux(["-f", settings, "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + command)
    _ = try sandbox.file("\(name).sent", "")
    try tmux(["pipe-pane", "-O", "exec cat >> \(path).sent"])
  }

  deinit { _ = try? sandbox.run(["tmux", "-S", "\(path).socket", "kill-server"]) }

  /// Types keys by tmux's names for them: `a`, `Enter`, `C-s`.
  func press(_ keys: String...) throws {
    keystrokes += keys.count
    try tmux(["send-keys"] + keys)
  }

  /// Types a text as it stands.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Sends one byte by itself, as a line may that cuts a letter in two.
  func send(byte: UInt8) throws {
    try tmux(["send-keys", "-H", String(byte, radix: 16)])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What a person sees, line by line, without blanks at the ends of lines.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// Everything that was sent to the terminal since the session began to listen.
  func sent() throws -> String { try HuddleSandbox.text(of: "\(path).sent") }

  /// Sends the program a signal.
  func signal(_ number: Int32) throws {
    let process = try #require(pid_t(told("process")))
    try #require(kill(process, number) == 0)
  }

  /// Closes the terminal under the program, as when its window is closed, and waits until the
  /// program is gone.
  func close() throws {
    try waits(until: "the program has begun") { try !told("process").isEmpty }
    let process = try #require(pid_t(told("process")))
    try tmux(["kill-server"])
    try waits(until: "the program is gone") { kill(process, 0) != 0 }
  }

  /// Waits until the screen shows all of the texts.
  @discardableResult
  func shows(_ parts: String...) throws -> String {
    try screen(where: "the screen shows \(parts)") { screen in
      parts.allSatisfy { screen.contains($0) }
    }
  }

  /// Waits until the screen is as wanted.
  @discardableResult
  func screen(
    where words: String, _ isWanted: (String) throws -> Bool
  ) throws -> String {
    var last = ""
    try waits(until: words) {
      last = try screen()
      return try isWanted(last)
    }
    return last
  }

  var hasEnded: Bool { get throws { try !told("code").isEmpty } }

  /// Waits until the program has ended; its exit code, or 128 and the signal that ended it.
  func ends() throws -> Int {
    try waits(until: "the program ends") { try hasEnded }
    return try #require(Int(told("code")))
  }

  /// How many bytes the program has sent to the terminal, once none came for a while.
  func bytesSentAtRest() throws -> Int {
    var count = -1
    var quiet = 0
    try waits(until: "nothing is sent any more") {
      let now = try sent().utf8.count
      quiet = now == count ? quiet + 1 : 0
      count = now
      return quiet == 20
    }
    return count
  }

  /// What the script around the program has written down, empty where it did not yet.
  private func told(_ name: String) throws -> String {
    let file = "\(path).sh.\(name)"
    guard access(file, R_OK) == 0 else { return "" }
    return String(try HuddleSandbox.text(of: file).prefix { $0 != "\n" })
  }

  private func waits(until words: String, _ isSo: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + .milliseconds(Self.patience)
    while try !isSo() {
      guard ContinuousClock.now < deadline else {
        throw Missed(words: words, screen: (try? screen()) ?? "")
      }
      _ = poll(nil, 0, 20)
    }
  }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    let run = try sandbox.run(["tmux", "-u", "-S", "\(path).socket"] + words)
    try #require(run.code == 0, "tmux \(words.joined(separator: " ")): \(run.errors)")
    return run.output
  }

  /// Something that was waited for and did not come.
  private struct Missed: Error, CustomStringConvertible {
    var words: String
    var screen: String
    var description: String { "it never came about that \(words); the screen is\n\(screen)" }
  }
}
