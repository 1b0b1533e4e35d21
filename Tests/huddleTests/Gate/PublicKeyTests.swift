import Testing

@testable import huddle

@Suite("A public key for an invitation") struct PublicKeyTests {
  private static let base64 =
    "AAAAC3NzaC1lZDI1NTE5AAAAINInszp/s868ZN85r1sXA+l+X0hi/52GylvOvaQzsmiC"

  private func problem(_ text: String) -> PublicKey.Problem? {
    do throws(PublicKey.Problem) {
      _ = try PublicKey.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("one key is read, and its comment made harmless")
  func one() throws {
    let key = try PublicKey.parse("# mine\n\nssh-ed25519 \(Self.base64) priya\"@home \u{1B}[31m\n")
    #expect(key.type == "ssh-ed25519")
    #expect(key.base64 == Self.base64)
    #expect(key.comment == "priya_@home___31m")
  }

  @Test("a private key, options, several keys and damaged ones are refused")
  func refused() {
    #expect(problem("-----BEGIN OPENSSH PRIVATE KEY-----\nx") == .isPrivate)
    #expect(problem("") == .empty)
    #expect(problem("ssh-ed25519 \(Self.base64)\nssh-ed25519 \(Self.base64)") == .severalKeys(2))
    #expect(problem("root:x:0:0\nlee:x:1:1") == .noKey)
    #expect(problem("ssh-ed25519 \(Self.base64)\nroot:x:0:0") == .otherLines)
    #expect(problem("command=\"sh\" ssh-ed25519 \(Self.base64)") == .hasOptions)
    #expect(problem("ssh-dss AAAAB3NzaC1kc3MAAACB") == .unknownType("ssh-dss"))
    #expect(problem("ssh-rsa \(Self.base64)") == .damaged)
    #expect(problem("ssh-ed25519 \(Self.base64.dropLast(4))") == .damaged)
    #expect(problem("ssh-ed25519 \(Self.base64.dropLast())\"") == .damaged)
    #expect(problem("ssh-ed25519") == .damaged)
  }

  @Test("a line names no path and no login that a shell reads in its own way")
  func paths() throws {
    let key = try PublicKey.parse("ssh-ed25519 \(Self.base64)")
    let sound = Invitation(member: "priya", program: "/usr/bin/huddle", store: "/srv/h", key: key)
    #expect(
      try sound.line
        == "restrict,pty,command=\"/usr/bin/huddle gate --member priya --store /srv/h\" "
        + "ssh-ed25519 \(Self.base64)")
    for text in ["/srv/a b", "/srv/$(id)", "/srv/\"x", "/srv/x;y", "", "-x", "/srv/\u{E4}"] {
      let line = Invitation(member: "priya", program: "/usr/bin/huddle", store: text, key: key)
      #expect(throws: Failure.self, "\(text)") { try line.line }
    }
  }
}
