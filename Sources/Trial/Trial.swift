import Glibc

/// Tries to make a store lose something: `swift run -c release huddle-trial` with the name of a
/// trial behind it, and its numbers.
///
/// Ends with 0 where nothing was lost, 1 where something was or the trial could not be held, and 2
/// where the words were wrong. Behind `--keep` the trial's folder stays, to be looked into.
@main
enum Trial {
  static let kinds: [TrialKind] = [.kills, .load, .space, .disk, .faults, .readers, .mutants]

  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    let isKept = words.contains("--keep")
    words.removeAll { $0 == "--keep" }
    let numbers = words.dropFirst().map { UInt64($0) }
    guard let kind = kinds.first(where: { $0.name == words.first }),
      numbers.count <= kind.numbers.count, !numbers.contains(nil)
    else {
      Progress.say(usage)
      exit(2)
    }
    do throws(TrialError) {
      let report = try kind.run(numbers.compactMap { $0 }, isKept)
      print(report.words)
      exit(report.losses.isEmpty ? 0 : 1)
    } catch {
      Progress.say("huddle-trial \(kind.name): \(error)")
      exit(1)
    }
  }

  private static var usage: String {
    kinds.map { kind in
      let numbers = kind.numbers.joined(separator: " [")
      let ends = String(repeating: "]", count: kind.numbers.count)
      let words = "huddle-trial \(kind.name)" + (numbers.isEmpty ? "" : " [\(numbers)\(ends)")
      return "\(words) [--keep]\n    \(kind.help)"
    }.joined(separator: "\n")
  }
}

/// One way to attack a store.
struct TrialKind: Sendable {
  let name: String
  /// What the numbers behind its name mean, each of which may be left out with those behind it.
  let numbers: [String]
  let help: String
  /// Holds the trial; whether its folder is to stay comes last.
  let run: @Sendable (_ numbers: [UInt64], _ isKept: Bool) throws(TrialError) -> TrialReport
}

/// What a trial came to.
struct TrialReport {
  var summary: String
  /// What was lost or wrong, in words; there is to be none.
  var losses: [String]

  var words: String {
    let rest = losses.count - 20
    return ([summary] + losses.prefix(20) + (rest > 0 ? ["and \(rest) more"] : []))
      .joined(separator: "\n")
  }
}
