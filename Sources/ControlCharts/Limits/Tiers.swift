/// One value for each of one, two and three standard deviations from the centre.
///
/// A fixed place for each keeps the lines of a long series in one block of memory.
struct Tiers<Value> {
  var one: Value
  var two: Value
  var three: Value

  init(repeating value: Value) {
    one = value
    two = value
    three = value
  }

  /// Makes the value of each step, which is 0 for one standard deviation.
  init(_ value: (Int) -> Value) {
    one = value(0)
    two = value(1)
    three = value(2)
  }

  func map<Other>(_ transform: (Value) -> Other) -> Tiers<Other> {
    Tiers<Other> { transform(self[$0]) }
  }

  /// The value at so many standard deviations less one: 0, 1 or 2.
  subscript(step: Int) -> Value {
    get { step == 0 ? one : (step == 1 ? two : three) }
    set {
      switch step {
      case 0: one = newValue
      case 1: two = newValue
      default: three = newValue
      }
    }
  }
}

extension Tiers: Equatable where Value: Equatable {}
extension Tiers: Hashable where Value: Hashable {}
extension Tiers: Sendable where Value: Sendable {}
