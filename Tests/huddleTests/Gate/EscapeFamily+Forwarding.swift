extension EscapeFamily {
  /// Ways through the server to something else.
  static func forwarding(_ place: EscapePlace) -> [EscapeFamily] {
    let port = place.port
    let failing = ["-o", "ExitOnForwardFailure=yes"]
    return [
      EscapeFamily(
        name: "to hosts",
        barrier: .server("refused local port forward", told: "stdio forwarding failed"),
        attempts: [
          // Itself, by every way to write it.
          "127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)", "2130706433:\(port)",
          "0x7f000001:\(port)", "0.0.0.0:\(port)",
          // Others: a private host, a cloud's own data, everybody, a name, the largest port.
          "10.0.0.1:80", "169.254.169.254:80", "255.255.255.255:9", "intranet.example:443",
        ].map { Attempt(options: ["-W", $0]) },
        control: Attempt(options: ["-W", "127.0.0.1:\(port)"]), controlShows: "SSH-2.0"),
      EscapeFamily(
        name: "from the server's ports",
        barrier: .server("tcpip-forward", told: "remote port forwarding failed"),
        attempts: [
          "0:127.0.0.1:22", "\(port + 1):127.0.0.1:22", "127.0.0.1:\(port + 1):127.0.0.1:22",
          "*:\(port + 1):127.0.0.1:22",
          "[::1]:\(port + 1):127.0.0.1:22",
          "80:127.0.0.1:22", "\(port):127.0.0.1:22",
          // Without a goal: whoever comes asks for one.
          "\(port + 1)", "*:\(port + 1)",
        ].map { Attempt(options: failing + ["-R", $0], command: ["whoami"]) },
        control: Attempt(options: failing + ["-R", "0:127.0.0.1:22"], command: ["echo", "up"]),
        controlShows: "up"),
      EscapeFamily(
        name: "sockets of the server",
        barrier: .server("streamlocal-forward", told: "remote port forwarding failed"),
        attempts: [
          "\(place.folder)/socket", "/root/.ssh/agent", "/run/huddle",
          "\(place.store)/.store/lock", "\(place.folder)/gate.log",
          "/dev/null", "/proc/self/fd/9",
        ].map {
          Attempt(options: failing + ["-R", "\($0):127.0.0.1:22"], command: ["whoami"])
        } + [
          Attempt(
            options: failing + [
              "-o", "StreamLocalBindUnlink=yes", "-R",
              "\(place.folder)/authorized_keys:127.0.0.1:22",
            ], command: ["whoami"])
        ],
        control: Attempt(
          options: failing + ["-R", "\(place.folder)/up:127.0.0.1:22"], command: ["echo", "up"]),
        controlShows: "up"),
      EscapeFamily(
        name: "agents", barrier: .taken(byServer: "agent forwarding disabled"),
        attempts: [
          ["-A"], ["-o", "ForwardAgent=yes"], ["-tt", "-A"], ["-o", "ForwardAgent=$SSH_AUTH_SOCK"],
          ["-A", "-o", "AddKeysToAgent=yes"],
        ].map { options in
          Attempt(
            options: options,
            command: ["whoami"], before: ["ssh-agent"])
        },
        control: Attempt(
          options: ["-A"], command: ["echo agent at $SSH_AUTH_SOCK"], before: ["ssh-agent"]),
        controlShows: "agent at /tmp/ssh-"),
      EscapeFamily(
        name: "windows of X11", barrier: .taken(byServer: "req x11-req"),
        attempts: [
          (["-Y"], ":0"), (["-Y"], "unix:0"), (["-Y"], "localhost:10.0"), (["-tt", "-Y"], ":0"),
          (["-o", "ForwardX11=yes", "-o", "ForwardX11Trusted=yes"], ":0"), (["-Y"], ":0.1"),
        ].map { options, display in
          Attempt(options: options, command: ["whoami"], before: ["env", "DISPLAY=\(display)"])
        },
        control: Attempt(
          options: ["-Y"], command: ["echo display $DISPLAY"], before: ["env", "DISPLAY=:0"]),
        controlShows: "display localhost:"),
    ]
  }
}
