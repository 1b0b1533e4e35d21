import Collaborative
import DocumentStore
import Glibc
import Workbench

/// Looks for what other people change for as long as the workbench is open, on threads of its own:
/// they wait most of the time, and those who work should not wait with them.
final class ChangeWatch: Sendable {
  /// How long to wait for a hint before looking without one.
  private static let longestWait: Int32 = 500
  /// Changes that follow one another more closely are shown together.
  private static let shortestPause: Int32 = 100
  /// A first screen shows what was kept; then the disk is asked whether it is true.
  private static let untilFirstScreen: Int32 = 100
  /// How often everything is looked at, also what no journal tells. Seconds.
  private static let betweenChecks = 5

  private let collaboration: Collaboration
  private let mailbox: Mailbox
  private let watch: JournalWatch

  init(_ collaboration: Collaboration, _ mailbox: Mailbox) {
    self.collaboration = collaboration
    self.mailbox = mailbox
    watch = collaboration.watch()
  }

  /// Starts looking; whoever has called this calls `stop()`.
  func start() {
    OwnThread.run { self.look() }
    OwnThread.run { self.tidy() }
  }

  func stop() { watch.stop() }

  private func look() {
    var lastCheck = 0
    var isReadOnly = collaboration.isReadOnly
    if watch.pause(milliseconds: Self.untilFirstScreen) { return }
    if (try? collaboration.verifyBelieved()) == true {
      mailbox.post(.changed(generation: collaboration.generation))
    }
    while watch.wait(milliseconds: Self.longestWait) != .stopped {
      defer { endWhoeverLeft() }
      var hasChanged = (try? collaboration.followJournal()) ?? false
      if hasChanged { mailbox.post(.changed(generation: collaboration.generation)) }
      if Self.seconds - lastCheck >= Self.betweenChecks {
        lastCheck = Self.seconds
        let wasReadOnly = isReadOnly
        isReadOnly = collaboration.isReadOnly
        if (try? collaboration.refresh()) == true || isReadOnly != wasReadOnly {
          hasChanged = true
          mailbox.post(.changed(generation: collaboration.generation))
        }
      }
      if hasChanged, watch.pause(milliseconds: Self.shortestPause) { return }
    }
  }

  /// Whoever is no member any more has no session either.
  private func endWhoeverLeft() {
    guard let gate = Entrance.gate, collaboration.principal.isVisitor else { return }
    Entrance.end(
      "“\(gate.member)” is no active member of this network any more, so this session was ended; "
        + "what you were typing is kept as a draft")
  }

  /// What spares others time and nobody waits for; it may take seconds, in which changes are shown.
  private func tidy() {
    var pages = 0
    while !watch.pause(milliseconds: Self.longestWait) {
      // Four megabytes more than after the last time are worth the look.
      if privatePages() > pages + 1_024 {
        giveBackFreedHeap()
        pages = privatePages()
      }
      // A store that can't be written to is only opened less quickly.
      collaboration.prepareSearch()
      collaboration.keepSnapshotIfWorthIt()
      collaboration.keepHistoryIfDue(.idle)
    }
  }

  /// On a clock that only goes forward.
  private static var seconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
