/// One side of a cycle that has a page of its own.
public enum CycleAspect: Hashable, Sendable {
  /// The chain of tests that it is part of.
  case ramp
  /// How the predictions of its project came out, and what surprises taught.
  case predictions
}
