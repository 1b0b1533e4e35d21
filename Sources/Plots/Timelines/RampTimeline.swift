import Cells

/// Ramps side by side on a time axis: each row is one, each mark a test with its size.
///
/// ```
///                      2025-10       2026-01       2026-04
/// Warm blanket         ◆1D──▲5U─────────▲25U────────○60d
/// Warm fluids               ◆1D────×1X
/// ```
///
/// A shape and a letter say what was decided, so that no colour has to: a stage has a small letter
/// and an open shape, a decision a capital letter and a filled one.
public struct RampTimeline: Sendable {
  public struct Test: Sendable {
    public enum State: String, Sendable, CaseIterable {
      case plan, `do`, study, act, closed
      case adopt, adapt, abandon, scaleUp, `repeat`
    }

    public var id: String
    /// Days after 1970-01-01; nil where the test has no day, which is then named in words only.
    public var day: Int?
    /// How many people or encounters it was tried with.
    public var size: Int?
    public var state: State
    public var words: String

    public init(id: String, day: Int?, size: Int?, state: State, words: String) {
      self.id = id
      self.day = day
      self.size = size
      self.state = state
      self.words = words
    }
  }

  public struct Ramp: Sendable {
    public var name: String
    /// In the order they were begun.
    public var tests: [Test]

    public init(name: String, tests: [Test]) {
      self.name = name
      self.tests = tests
    }
  }

  public let ramps: [Ramp]
  public let axis: TimeAxis
  public let today: Int

  public init(ramps: [Ramp], axis: TimeAxis, today: Int) {
    self.ramps = ramps
    self.axis = axis
    self.today = today
  }

  /// What the marks stand for, as far as they occur.
  public func legend(_ glyphs: Glyphs) -> String {
    let present = Set(ramps.flatMap(\.tests).map(\.state))
    let states = Test.State.allCases.filter(present.contains)
      .map { "\($0.sign(glyphs))\($0.letter) \($0.words)" }
    let isInSight = !states.isEmpty && (axis.first...axis.last).contains(today)
    return (states + (isInSight ? ["\(glyphs.sign("┊", ascii: ":")) today"] : []))
      .joined(separator: "  ")
  }

  /// The chosen test in words.
  public func words(at id: String?) -> String {
    ramps.flatMap(\.tests).first { $0.id == id }?.words ?? ""
  }

  /// Where a cursor goes: along a ramp, or to the test of the next ramp that is nearest in time.
  public func neighbour(of id: String?, along step: Int = 0, across: Int = 0) -> String? {
    let all = ramps.filter { !$0.tests.isEmpty }
    guard
      let row = all.firstIndex(where: { $0.tests.contains { $0.id == id } }),
      let column = all[row].tests.firstIndex(where: { $0.id == id })
    else { return all.first?.tests.first?.id }
    if across == 0 {
      let last = all[row].tests.count - 1
      return all[row].tests[min(max(0, column + step), last)].id
    }
    let next = min(max(0, row + across), all.count - 1)
    guard next != row else { return id }
    let day = all[row].tests[column].day ?? today
    return all[next].tests.min { abs(($0.day ?? today) - day) < abs(($1.day ?? today) - day) }?.id
  }

  /// The drawing as text, without blanks at the ends of lines.
  public func text(columns: Int, rows: Int, glyphs: Glyphs = .unicode, cursor: String? = nil)
    -> String
  {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds, cursor: cursor)
    return grid.text
  }
}

extension RampTimeline.Test {
  /// The mark: a shape, the size where it is known, a letter.
  func mark(_ glyphs: Glyphs) -> String {
    "\(state.sign(glyphs))\(size.map(String.init) ?? "")\(state.letter)"
  }
}

extension RampTimeline.Test.State {
  /// Open shapes are tests that go on; a filled one was decided.
  public func sign(_ glyphs: Glyphs) -> String {
    switch self {
    case .plan, .do, .study, .act, .closed: glyphs.sign("○", ascii: "o")
    case .adopt: glyphs.sign("●", ascii: "#")
    case .adapt: glyphs.sign("◆", ascii: "*")
    case .scaleUp: glyphs.sign("▲", ascii: "^")
    case .repeat: glyphs.sign("■", ascii: "=")
    case .abandon: glyphs.sign("×", ascii: "x")
    }
  }

  /// The stage in small, the decision in capital letters.
  public var letter: String {
    switch self {
    case .plan: "p"
    case .do: "d"
    case .study: "s"
    case .act: "a"
    case .closed: "c"
    case .adopt: "A"
    case .adapt: "D"
    case .abandon: "X"
    case .scaleUp: "U"
    case .repeat: "R"
    }
  }

  var words: String {
    switch self {
    case .scaleUp: "scale up"
    default: rawValue
    }
  }

  var role: Role {
    switch self {
    case .plan: .stagePlan
    case .do: .stageDo
    case .study: .stageStudy
    case .act: .stageAct
    case .closed: .stageClosed
    case .adopt, .scaleUp: .chartImprovement
    case .abandon: .chartExcluded
    case .adapt, .repeat: .chartNeutral
    }
  }
}
