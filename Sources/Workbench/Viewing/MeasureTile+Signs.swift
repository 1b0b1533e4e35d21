import Cells
import Collaborative
import ControlCharts
import Insights

/// What a chart says and whether its target will be met, each as a shape with a letter: colour
/// repeats them, and words stand wherever there is room.
extension MeasureTile {
  /// `▲B`: better.
  func variationSign(_ glyphs: Glyphs) -> StyledLine {
    let letter = chart.variationLetter
    return switch chart.verdict?.variation {
    case .improvement:
      StyledLine(glyphs.sign("▲", ascii: "+") + letter, .chartImprovement)
    case .concern: StyledLine(glyphs.sign("▼", ascii: "!") + letter, .chartConcern)
    case .neutralHigh, .neutralLow:
      StyledLine(glyphs.sign("◆", ascii: "*") + letter, .chartNeutral)
    case .common: StyledLine(glyphs.sign("●", ascii: "o") + letter, .text)
    case nil: StyledLine(glyphs.separator + letter, .dim)
    }
  }

  /// `■M`: will meet the target; blanks where none was set.
  func assuranceSign(_ glyphs: Glyphs) -> StyledLine {
    guard let sign = chart.assuranceSign(glyphs) else { return "  " }
    return StyledLine(sign.text, sign.role)
  }
}

extension MeasureTile {
  /// Whether a target was set that can't be judged yet.
  fileprivate var awaitsAssurance: Bool {
    if case .notYet = chart.verdict?.assurance { true } else { false }
  }
}

extension SeriesChart {
  /// The first letter of the word that says what the chart shows.
  var variationLetter: String { variationWord.prefix(1).uppercased() }

  fileprivate func assuranceSign(_ glyphs: Glyphs) -> (text: String, role: Role)? {
    switch verdict?.assurance {
    case .judged(.pass, _): (glyphs.sign("■", ascii: "=") + "M", .chartImprovement)
    case .judged(.hitOrMiss, _): (glyphs.sign("◧", ascii: "~") + "?", .text)
    case .judged(.fail, _): (glyphs.sign("□", ascii: "/") + "X", .chartConcern)
    case .notYet: (glyphs.separator + "-", .dim)
    case .notAsked, nil: nil
    }
  }
}

/// What the letters beside some charts stand for.
enum ChartLetters {
  static func legend(_ tiles: [MeasureTile]) -> [String] {
    let words = tiles.map(\.chart.variationWord)
    let variation = ["better", "worse", "higher", "lower", "usual", "too few", "no data"]
      .filter(words.contains).map { "\($0.prefix(1).uppercased()) \($0)" }
    var target: [String] = []
    func has(_ wanted: Assurance) -> Bool {
      tiles.contains { tile in
        if case .judged(wanted, _) = tile.chart.verdict?.assurance { true } else { false }
      }
    }
    if has(.pass) { target.append("M will meet it") }
    if has(.hitOrMiss) { target.append("? may or may not") }
    if has(.fail) { target.append("X will not") }
    if tiles.contains(where: \.awaitsAssurance) { target.append("- not yet") }
    let said = [variation.joined(separator: ", ")]
    return (target.isEmpty ? said : said + ["target: \(target.joined(separator: ", "))"])
      .filter { !$0.isEmpty }
  }
}
