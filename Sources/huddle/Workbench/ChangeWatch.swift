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
    tell(of: (try? collaboration.verifyBelieved()) ?? false)
    while watch.wait(milliseconds: Self.longestWait) != .stopped {
      var hasChanged = (try? collaboration.followJournal()) ?? false
      tell(of: hasChanged)
      if Self.seconds - lastCheck >= Self.betweenChecks {
        lastCheck = Self.seconds
        let wasReadOnly = isReadOnly
        isReadOnly = collaboration.isReadOnly
        let isDifferent = (try? collaboration.refresh()) == true || isReadOnly != wasReadOnly
        tell(of: isDifferent)
        hasChanged = hasChanged || isDifferent
      }
      if hasChanged, watch.pause(milliseconds: Self.shortestPause) { return }
    }
  }

  /// Lets the screen be drawn anew where something changed; whoever is no member any more by that
  /// change has no session either, and is not shown what it would be with other rights.
  private func tell(of hasChanged: Bool) {
    if let gate = Entrance.gate, collaboration.principal.isVisitor {
      Entrance.end(
        "“\(gate.member)” is no active member of this network any more, so this session was ended",
        code: 5)
    }
    if hasChanged { mailbox.post(.changed(generation: collaboration.generation)) }
  }

  /// What spares others time and nobody waits for; it may take seconds, in which changes are shown.
  private func tidy() {
    OwnThread.giveWay()
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
