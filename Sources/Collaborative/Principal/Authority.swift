import Improvement
import Synchronization

/// Who somebody is and what they may do, as the store says now and not as it said when they came.
///
/// A session stays open for a day; whoever loses a role or leaves the network in that time loses
/// what goes with it at once.
final class Authority: Sendable {
  private struct State: Sendable {
    var principal: Principal
    var moment: Findings.Moment?
  }

  /// Who came in, as the store had them then.
  let identity: Principal
  /// Makes the store in which they will be found, and is not in it yet.
  private let isFounder: Bool
  private let state: Mutex<State>

  init(_ identity: Principal, isFounder: Bool = false) {
    self.identity = identity
    self.isFounder = isFounder
    state = Mutex(State(principal: identity))
  }

  /// The principal at a moment; found anew once for each.
  func principal(
    at moment: Findings.Moment, finding: (Principal) -> Principal
  ) -> Principal {
    let known = state.withLock { $0 }
    if isFounder || known.moment == moment { return known.principal }
    return renew(at: moment, finding: finding)
  }

  @discardableResult
  func renew(at moment: Findings.Moment, finding: (Principal) -> Principal) -> Principal {
    if isFounder { return identity }
    let found = finding(identity)
    state.withLock { $0 = State(principal: found, moment: moment) }
    return found
  }
}
