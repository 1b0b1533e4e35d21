/// Every word that occurs or occurred, numbered, in one stretch of memory that is looked through
/// from end to end for each word sought.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  private var starts: [Int32] = [0]
  private var letters: [UInt64] = []
  private var numbers: [[UInt8]: Int32] = [:]

  var count: Int { letters.count }

  mutating func number(of word: [UInt8]) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(count)
    numbers[word] = number
    bytes += word
    starts.append(Int32(bytes.count))
    letters.append(SoughtWord.letters(of: word))
    return number
  }

  func word(_ number: Int) -> [UInt8] {
    Array(bytes[Int(starts[number])..<Int(starts[number + 1])])
  }

  /// Calls `body` with each word that is near to the one sought.
  ///
  /// - Complexity: O(words), a few nanoseconds each; O(m·n) for those that share enough letters.
  func forEach(near sought: SoughtWord, _ body: (_ number: Int, _ nearness: Float) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        letters.withUnsafeBufferPointer { letters in
          for number in 0..<letters.count {
            let range = Int(starts[number])..<Int(starts[number + 1])
            let word = UnsafeBufferPointer(rebasing: bytes[range])
            if let near = sought.nearness(of: word, letters: letters[number]) {
              body(number, near)
            }
          }
        }
      }
    }
  }
}
