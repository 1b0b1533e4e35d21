import Collaborative
import CursesTerminal
import Glibc
import Improvement
import Workbench

/// Carries out what the workbench declares, away from the terminal's thread where it may take time.
struct EffectRunner: Sendable {
  /// How long a cursor rests before the page beside the list follows it.
  static let rest = Duration.milliseconds(90)

  let collaboration: Collaboration
  let mailbox: Mailbox
  let saves = SavesUnderway()

  func ask(_ request: Request, _ slot: Slot, ticket: Int) {
    let (collaboration, mailbox) = (collaboration, mailbox)
    Task.detached {
      do throws(CollaborationError) {
        mailbox.post(.answered(slot, ticket: ticket, try collaboration.answer(request)))
      } catch {
        mailbox.post(.failed(slot, ticket: ticket, error.words))
      }
    }
  }

  func perform(_ operation: Operation) {
    let (collaboration, mailbox, saves) = (collaboration, mailbox, saves)
    saves.begin()
    Task.detached {
      mailbox.post(collaboration.perform(operation))
      saves.end()
    }
  }

  func rest(ticket: Int) {
    let mailbox = mailbox
    Task.detached {
      try? await Task.sleep(for: Self.rest)
      mailbox.post(.rested(ticket: ticket))
    }
  }

  /// At once and on this thread: after a hang-up there may be no later.
  func keepDraft(_ name: String, _ values: [String: String]) {
    do {
      try collaboration.keepDraft(values, name: name)
    } catch {
      mailbox.post(.failed(.program, ticket: 0, "the draft could not be kept: \(error)"))
    }
  }

  func forgetDraft(_ name: String) {
    do {
      try collaboration.forgetDraft(name: name)
    } catch {
      mailbox.post(.failed(.program, ticket: 0, "the old draft is still there: \(error)"))
    }
  }
}
