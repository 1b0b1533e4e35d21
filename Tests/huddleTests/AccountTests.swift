import Glibc
import Testing

@testable import huddle

@Suite("An account of the operating system")
struct AccountTests {
  private let lines = """
    root:x:0:0:root:/root:/bin/bash
    # nobody wrote this
    broken:x:1001
    :x:1002:1002::/home/nameless:/bin/sh
    ada:x:1003:1003:Ada Quist,,,:/home/ada:
    bela:x:1004:1004::/srv/homes/bela:/usr/sbin/nologin
    """

  @Test("is found by its number, with its home")
  func found() {
    #expect(Account(of: 1_003, in: lines)?.name == "ada")
    #expect(Account(of: 1_003, in: lines)?.folder == "/home/ada")
    #expect(Account(of: 1_004, in: lines)?.folder == "/srv/homes/bela")
  }

  @Test("is not taken from a line that is broken or has no name, nor by a part of its number")
  func notFound() {
    for user: UInt32 in [1_001, 1_002, 100, 10_030] {
      #expect(Account(of: user, in: lines) == nil)
    }
    #expect(Account(of: 0, in: "") == nil)
  }

  @Test("of this process is the one that C's library tells of")
  func own() {
    let entry = getpwuid(geteuid())
    #expect(Account.own?.name == entry.map { String(cString: $0.pointee.pw_name) })
    #expect(Account.own?.folder == entry.map { String(cString: $0.pointee.pw_dir) })
  }
}
