/// Answers to the questions a power cut leaves open: all of them one after another, or by chance.
public struct Choices: Sendable {
  private enum Source: Sendable {
    /// The answers in hand, with how many there would have been.
    case counted([(answer: Int, count: Int)])
    /// How many in a hundred answers are the first one: nothing happened since.
    case chance(SplitMix, first: Int)
    case last
  }

  private var source: Source
  private var position = 0

  /// The first answer to each question; `advance` goes on to the next set of answers.
  public static let first = Choices(source: .counted([]))

  /// The last answer to each question: everything that was asked for came to the disk, or, where
  /// bytes are concerned, the worst that may stand there.
  public static let last = Choices(source: .last)

  /// Answers by chance. Most seeds lean to one side, as disks do: a few changes are missing, or a
  /// few are there.
  public init(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let first = [5, 20, 50, 80, 95][Int(generator.next() % 5)]
    source = .chance(generator, first: first)
  }

  private init(source: Source) { self.source = source }

  /// An answer from 0 up to `count`, which is 1 or more.
  mutating func next(of count: Int) -> Int {
    if count <= 1 { return 0 }
    defer { position += 1 }
    switch source {
    case .last: return count - 1
    case .chance(var generator, let first):
      let isFirst = generator.next() % 100 < UInt64(first)
      let answer = isFirst ? 0 : Int(generator.next() % UInt64(count))
      source = .chance(generator, first: first)
      return answer
    case .counted(var answers):
      if position < answers.count {
        answers[position].count = count
        source = .counted(answers)
        return answers[position].answer
      }
      answers.append((0, count))
      source = .counted(answers)
      return 0
    }
  }

  /// Goes on to the next set of answers, of those given so far; whether there is one.
  mutating func advance() -> Bool {
    guard case .counted(var answers) = source else { return false }
    position = 0
    while let last = answers.popLast() {
      guard last.answer + 1 < last.count else { continue }
      answers.append((last.answer + 1, last.count))
      source = .counted(answers)
      return true
    }
    return false
  }
}
