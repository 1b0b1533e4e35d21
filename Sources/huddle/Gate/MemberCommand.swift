import ArgumentParser
import Collaborative
import Glibc

/// What is done about members beyond their fields.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Let members in over SSH; members as CSV, out and in.",
    subcommands: [InviteCommand.self, ExportMembersCommand.self, ImportMembersCommand.self])
}

struct InviteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: "Print the line that lets a member in with their SSH key.",
    discussion: """
      Add the line to the authorized_keys of the account that owns the store; that alone says who
      comes in with the key. For stewards.

      Example:
        huddle member invite priya --key priya.pub >> ~/.ssh/authorized_keys
      """)

  @Argument(help: "The member's login.")
  var member: String

  @Option(
    help: ArgumentHelp("The file with their public key.", valueName: "file"), completion: .file())
  var key: String

  @Option(
    help: ArgumentHelp(
      "The program on the server.", discussion: "Else this one.", valueName: "path"))
  var program: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.open().requireSteward(to: "let members in over SSH")
    try Collaboration.checkGate(path: options.storePath, member: member)
    let bytes = try InputFile.bytes(self.key, atMost: 64 << 10)
    let key: PublicKey
    do throws(PublicKey.Problem) {
      key = try PublicKey.parse(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure.refused(error.words(path: self.key))
    }
    let store = try Invitation.path(options.storePath, of: "the store")
    let program = try Invitation.program(self.program ?? "/proc/self/exe")
    let line = try Invitation(member: member, program: program, store: store, key: key).line
    Output.result(line + "\n")
    Output.note(
      """
      Add this line to the file .ssh/authorized_keys of the account that owns the store, for example
      by writing the command again with >> ~/.ssh/authorized_keys behind it. Then \(member) logs in
      with: ssh ACCOUNT@SERVER. Take the line out to close the way again; giving the member an end
      date with huddle set \(member) active.to=DATE closes it as well.
      """)
  }
}
