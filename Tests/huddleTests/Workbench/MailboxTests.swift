import Glibc
import Testing

@testable import huddle

@Suite("What wakes the thread that owns the terminal") struct MailboxTests {
  @Test("an event ends one wait, and the next one waits for the next")
  func waking() {
    let mailbox = Mailbox()
    mailbox.post(.rested(ticket: 1))
    mailbox.wait(milliseconds: 10_000)
    #expect(mailbox.takeAll().count == 1)
    #expect(!isAwake(mailbox))
    mailbox.post(.rested(ticket: 2))
    #expect(isAwake(mailbox))
  }

  private func isAwake(_ mailbox: Mailbox) -> Bool {
    var ready = pollfd(fd: mailbox.wakeDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&ready, 1, 0) > 0
  }
}
