import ControlCharts
import Improvement

extension SeriesChart {
  /// What the chart needs to speak: the measure's name, its unit, periods as people write them.
  public var words: ChartWords {
    let (point, points) = measure.pointNames
    return ChartWords(
      measure: measureName, unit: measure.valueUnit, point: point, points: points
    ) { period in
      Period(period)?.label ?? period
    }
  }

  /// The finding in one sentence, as far as it may be told; why there is none where there is no
  /// chart.
  public var finding: String {
    guard let chart, let verdict else { return "\(measureName): \(problem ?? "no numbers yet")." }
    return verdict.summary(of: chart, words)
  }

  /// Why the limits are where they are: a frozen baseline, and each later phase with its reason.
  ///
  /// Where there are several phases each sentence names its own, because what holds for one
  /// contradicts what holds for another.
  ///
  /// - Parameter name: what the member with an id is called; nil where that is not to be told.
  public func limitWords(naming name: (String) -> String? = { _ in nil }) -> [String] {
    var sentences: [String] = []
    if let baseline, chart?.type.hasLimits ?? false {
      let first = labels[baseline.range.lowerBound]
      let last = labels[baseline.range.upperBound - 1]
      let stretch = first == last ? first : "\(first) to \(last)"
      let subject = phases.isEmpty ? "Limits" : "Phase 1: limits"
      sentences.append("\(subject) frozen on \(stretch)\(baseline.reason.words).")
    }
    for (index, phase) in phases.enumerated() {
      let author = phase.author.flatMap(name).map { ", set by \($0)" } ?? ""
      let day = phase.decidedOn.map { author.isEmpty ? "" : " on \($0.label)" } ?? ""
      sentences.append(
        "Phase \(index + 2), since \(labels[phase.point])\(author)\(day): "
          + "\(phase.reason.withoutFullStop).")
    }
    return sentences
  }

  /// The newest value as it is read: `1.7`.
  public var latestText: String {
    guard let chart, let value = chart.latest?.value else { return "" }
    return NumberText.trimmed(value, places: chart.places)
  }

  /// Better, worse, changed, usual, or too early to say; the word behind shape and colour.
  public var variationWord: String {
    guard let verdict, chart?.latest != nil else { return "no data" }
    guard let variation = verdict.variation else { return "too few" }
    return switch variation {
    case .improvement: "better"
    case .concern: "worse"
    case .neutralHigh: "higher"
    case .neutralLow: "lower"
    case .common: "usual"
    }
  }

  /// Whether the target will be met, in a few words; nothing where none was set.
  public var assuranceWord: String {
    guard let verdict else { return "" }
    return switch verdict.assurance {
    case .notAsked: ""
    case .judged(.pass, _): "will meet it"
    case .judged(.fail, _): "will not, as things are"
    case .judged(.hitOrMiss, _): "may or may not"
    case .notYet(let reason): reason.isLasting ? "not judged" : "not yet judged"
    }
  }
}

extension Baseline.Reason {
  /// Completes "limits frozen on these points".
  var words: String {
    switch self {
    case .decided: ""
    case .measureDefault: ", as the measure says"
    case .beforeImplementation(let title): ", before “\(title)” was implemented"
    }
  }
}

extension String {
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
