import ArgumentParser
import Collaborative

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Keep the whole store in one file.",
    discussion: """
      Others may go on working meanwhile. The file is a plain tar archive, read again before it gets
      its name; one that is there already is never replaced.

      Example:
        huddle backup /backup/huddle-2026-03-14.tar
      """)

  @Argument(help: "The file to make.", completion: .file(extensions: ["tar"]))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    for (index, line) in try options.open().backup(to: file).enumerated() {
      if index == 0 { Output.line(line) } else { Output.note(line) }
    }
  }
}

struct RestoreBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore-backup",
    abstract: "Make a store from a backup.",
    discussion: """
      The store's folder must be empty or not there. Everything is compared with what was kept
      before the folder gets its name.

      Example:
        huddle restore-backup /backup/huddle-2026-03-14.tar --store ~/huddle-restored
      """)

  @Argument(help: "The file that huddle backup made.", completion: .file(extensions: ["tar"]))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Output.line(try Collaboration.restoreBackup(file, to: options.storePath))
    Output.note("huddle doctor --store \(options.storePath) checks its documents")
  }
}
