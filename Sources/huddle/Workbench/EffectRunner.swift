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
    Task.detached { answer(request, slot, ticket: ticket) }
  }

  /// Asks what a first screen needs, one after the other, on a thread of its own: it takes longer to
  /// make ready the pool that later questions use.
  func askAtFirst(_ effects: [Effect]) {
    let answerAll: @Sendable () -> Void = {
      for case .ask(let request, let slot, let ticket) in effects {
        answer(request, slot, ticket: ticket)
      }
    }
    if !OwnThread.run(answerAll) { answerAll() }
  }

  private func answer(_ request: Request, _ slot: Slot, ticket: Int) {
    do throws(CollaborationError) {
      post(.answered(slot, ticket: ticket, try collaboration.answer(request)))
    } catch {
      post(.failed(slot, ticket: ticket, error.words))
    }
  }

  func perform(_ operation: Operation) {
    saves.begin()
    Task.detached {
      post(collaboration.perform(operation))
      saves.end()
    }
  }

  /// Tells what came of something, unless whoever came through the gate is no member any more by
  /// now: they are shown nothing with a visitor's rights, and the change watch ends their session.
  ///
  /// What was saved before that is told.
  private func post(_ event: Event) {
    if case .performed = event { return mailbox.post(event) }
    if Entrance.gate != nil, collaboration.principal.isVisitor { return }
    mailbox.post(event)
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
