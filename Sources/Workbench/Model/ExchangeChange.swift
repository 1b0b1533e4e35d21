/// What is done to a need or an offer without a form.
public enum ExchangeChange: Hashable, Sendable {
  /// Bring it together with what fits it.
  case accept(id: String, other: String)
  /// Take it off the list, or put it back where it was taken off.
  case withdrawOrReopen(id: String)
}
