import Glibc

/// The steps of the README's section about a server, carried out on copies of the system's folders.
///
/// A mount namespace of its own keeps every change from the machine: what is written to `/etc`,
/// `/srv` and the rest goes to memory and is gone when the script ends. A process namespace of its
/// own takes what the script started along, however it ends.
struct ServerSetup {
  /// What stands behind `<!-- server: NAME -->`, in the README's order.
  var blocks: [(name: String, commands: String)] = []

  init(readme: String) {
    let mark = "<!-- server: "
    var rest = readme[...]
    while let start = rest.firstRange(of: mark) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: " -->\n```sh\n") else { return }
      let name = String(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
      guard let close = rest.firstRange(of: "```") else { return }
      blocks.append((name, String(rest[..<close.lowerBound])))
      rest = rest[close.upperBound...]
    }
  }

  /// The same steps for a machine that is used for something else: the packages are there already,
  /// sshd listens at another port, and the key has no passphrase that somebody would have to type.
  func script(port: Int, folder: String) -> String {
    var text = Self.beginning(folder)
    for block in blocks {
      var commands = block.commands
      for (words, instead) in [
        ("apt-get update && apt-get install -y git openssh-server\n", ""),
        (".build/release/huddle", HuddleSandbox.program),
        ("/tmp/huddle.pub", "\(folder)/huddle.pub"),
        (
          "service ssh restart",
          "/usr/sbin/sshd -p \(port) -o UsePAM=no -o PidFile=\(folder)/sshd.pid "
            + "-o ListenAddress=127.0.0.1 -E \(folder)/sshd.log"
        ),
        ("ssh-keygen -t ed25519", "ssh-keygen -q -N '' -t ed25519"),
        ("ssh -i", "ssh \(Self.trusting) -p \(port) -i"), ("@SERVER", "@127.0.0.1"),
      ] {
        commands = commands.replacing(words, with: instead)
      }
      text += "echo \"== \(block.name)\"\n\(commands)"
      if block.name.hasPrefix("key") { text += "cp ~/.ssh/huddle.pub \(folder)/huddle.pub\n" }
    }
    return text + Self.end(folder, port)
  }

  private static let trusting =
    "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"

  private static func beginning(_ folder: String) -> String {
    """
    set -eu
    export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    unset HUDDLE_STORE XDG_DATA_HOME
    export HOME=/root
    chmod 755 \(folder)
    mkdir -p \(folder)/copies
    mount -t tmpfs tmpfs \(folder)/copies
    for place in etc srv usr/local root var home; do
      mkdir -p \(folder)/copies/$place/new \(folder)/copies/$place/work
      mount -t overlay overlay /$place -o \
    lowerdir=/$place,upperdir=\(folder)/copies/$place/new,workdir=\(folder)/copies/$place/work
    done
    mount -t tmpfs tmpfs /run && mkdir /run/sshd
    mkdir -p ~/.ssh && rm -f ~/.ssh/huddle ~/.ssh/huddle.pub /etc/ssh/sshd_config.d/*
    ssh-keygen -q -A
    cd /root

    """
  }

  /// What a newcomer would look at in the end.
  private static func end(_ folder: String, _ port: Int) -> String {
    """
    echo '== seen'
    cat sites.csv
    ls /srv/huddle
    runuser -u huddle -- huddle restore-backup /srv/huddle/backup-*.tar --store /srv/huddle/again
    ! ssh \(trusting) -p \(port) -i ~/.ssh/huddle huddle@127.0.0.1 sh
    cat /srv/huddle/.local/state/huddle/gate.log
    """
  }

  /// Runs a script in folders and with processes of its own, of which nothing is left behind it.
  static func run(_ script: String, in sandbox: HuddleSandbox) throws -> HuddleRun {
    try sandbox.run(
      [
        "timeout", "--kill-after", "10", "1200", "unshare", "--mount", "--pid", "--fork",
        "--kill-child", "--mount-proc", "bash", script,
      ])
  }

  /// Whether this machine lets a process have folders of its own.
  static let isPossible: Bool = {
    guard geteuid() == 0, SSHServer.isInstalled, let sandbox = try? HuddleSandbox(),
      let probe = try? sandbox.file("probe.sh", beginning(sandbox.folder))
    else { return false }
    return (try? run(probe, in: sandbox).code) == 0
  }()
}
