import Synchronization
import Testing

@testable import huddle

@Suite("The end of a session in which nobody is") struct IdleLimitTests {
  @Test("nobody for long enough is noticed, and said")
  func ends() async {
    let idle = IdleLimit(seconds: 0)
    await withCheckedContinuation { continuation in
      idle.start { continuation.resume() }
    }
    #expect(IdleLimit(minutes: 30).words.contains("for 30 minutes"))
    #expect(IdleLimit(minutes: 1).words.contains("for 1 minute,"))
    #expect(IdleLimit(seconds: 5).words.contains("for 5 seconds"))
  }

  @Test("a sign of somebody begins the wait anew")
  func goesOn() async {
    let idle = IdleLimit(seconds: 0.2)
    let begun = ContinuousClock.now
    let ended = Mutex<ContinuousClock.Instant?>(nil)
    await withCheckedContinuation { continuation in
      idle.start {
        ended.withLock { $0 = .now }
        continuation.resume()
      }
      // Signs for longer than the limit; after the last, the whole of it again.
      while ContinuousClock.now < begun + .milliseconds(300) { idle.note() }
    }
    let end = ended.withLock { $0 } ?? begun
    #expect(end - begun >= .milliseconds(490))
  }
}
