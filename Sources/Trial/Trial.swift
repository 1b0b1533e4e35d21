import Glibc

/// Kills programs that write to a store, at random moments, and looks for what was lost:
/// `swift run -c release huddle-trial` with the number of kills behind it, 500 else, and a seed.
///
/// Ends with 0 where every acknowledged change is there, no document is torn, the store opens by
/// itself and the doctor finds nothing.
@main
enum Trial {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    guard words.count <= 2, words.allSatisfy({ UInt64($0) != nil }) else {
      print("huddle-trial [KILLS [SEED]]")
      exit(2)
    }
    let numbers = words.compactMap { UInt64($0) }
    do throws(TrialError) {
      let bench = try Bench()
      defer { bench.remove() }
      var trial = KillTrial(
        bench: bench, writers: 8, generator: SplitMix(state: numbers.dropFirst().first ?? 1))
      try trial.prepare()
      try trial.run(kills: Int(numbers.first ?? 500))
      print(trial.tally.words)
      if !trial.tally.losses.isEmpty { exit(1) }
    } catch {
      print("huddle-trial: \(error)")
      exit(1)
    }
  }
}

/// Why the trial could not be held.
enum TrialError: Error, CustomStringConvertible {
  case cannot(String, code: Int32)
  case failed([String], code: Int32, errors: String)

  var description: String {
    switch self {
    case .cannot(let what, let code):
      "cannot \(what): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")"
    case .failed(let words, let code, let errors):
      "\(words.joined(separator: " ")) ended with \(code): \(errors)"
    }
  }
}

/// The same numbers for the same seed, after SplitMix64 (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
