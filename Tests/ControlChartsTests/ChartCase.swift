import ControlCharts
import Foundation
import Testing

/// One case file: a series, the options it is charted with, and what an independent program made
/// of it.
struct ChartCase: CustomTestStringConvertible, Sendable {
  let name: String
  let json: Data

  var testDescription: String { name }

  /// The cases in a folder, by name.
  static func all(in folder: URL) -> [ChartCase] {
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .compactMap { file in
        (try? Data(contentsOf: file)).map {
          ChartCase(name: file.deletingPathExtension().lastPathComponent, json: $0)
        }
      }
  }

  /// The cases that are kept beside the tests.
  static let shipped = all(
    in: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases"))

  /// The cases of the folder beside the package, where there is one.
  static let beside = all(
    in: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/spc-cases").standardizedFileURL)

  func decoded() throws -> DecodedCase { try DecodedCase(json) }
}

/// A case as values.
struct DecodedCase {
  let root: [String: Any]
  let expect: [String: Any]
  let options: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    expect = root["expect"] as? [String: Any] ?? [:]
    options = root["options"] as? [String: Any] ?? [:]
  }

  var kind: String { root["kind"] as? String ?? "" }
  var type: ChartType { ChartType(rawValue: root["chart"] as? String ?? "") ?? .run }
  var isNHS: Bool { (root["source"] as? String ?? "").hasPrefix("NHSR") }
  var isFromQicharts: Bool { (root["source"] as? String ?? "").hasPrefix("qicharts2") }

  func numbers(_ key: String, in object: [String: Any]) -> [Double?]? {
    (object[key] as? [Any])?.map { ($0 as? NSNumber)?.doubleValue }
  }

  func number(_ key: String) -> Double? { (root[key] as? NSNumber)?.doubleValue }

  func positions(_ key: String) -> [Int] {
    (numbers(key, in: root) ?? []).compactMap { $0.map { Int($0) - 1 } }
  }

  func knife(_ key: String) -> Set<Int> {
    let edge = root["knife_edge"] as? [String: Any] ?? [:]
    return Set((numbers(key, in: edge) ?? []).compactMap { $0.map { Int($0) - 1 } })
  }

  /// The constants the peer used, or the exact ones.
  func constants(rounded: Bool) -> Constants {
    guard rounded else { return .exact }
    var constants = Constants.rounded
    if let factor = (options["limit_factor"] as? NSNumber)?.doubleValue {
      constants.individualsFactor = factor
    }
    return constants
  }

  func chart(rounded: Bool) throws -> ControlChart {
    let labels = (root["x"] as? [Any] ?? []).map { "\($0)" }
    let values = numbers("y", in: root) ?? []
    let denominators = numbers("n", in: root)
    let axis = Axis(rawValue: root["x_type"] as? String ?? "") ?? .number
    let rows = labels.indices.map {
      Row(x: labels[$0], y: values[$0], denominator: denominators?[$0])
    }
    var observations = Observation.grouped(
      rows, along: axis, for: type, hasDenominators: denominators != nil,
      aggregate: (options["aggregate"] as? String).flatMap(Aggregate.init) ?? .mean)
    for index in positions("exclude") where observations.indices.contains(index) {
      observations[index].isExcluded = true
    }
    let parts = positions("parts").map { $0 + 1 }
    var freeze = Freeze.none
    if let count = number("freeze").map({ Int($0) }) {
      if isNHS {
        freeze = .everyPhase(points: count)
      } else if parts.isEmpty {
        freeze = .firstPhase(points: count)
      }
    }
    return try ControlChart(
      observations,
      ChartOptions(
        type: type, ruleSets: RuleSet.all, phaseStarts: parts, freeze: freeze,
        freezesSpread: !(type == .ip && isFromQicharts),
        improvement: (root["improvement"] as? String).flatMap(ImprovementDirection.init)
          ?? .neutral,
        target: number("target"), givenCentre: number("cl_given"),
        givenSigma: number("sd_given"), multiplier: number("multiply") ?? 1,
        screensMovingRanges: options["screen_moving_ranges"] as? Bool ?? false,
        floorsAtZero: options["floor_lower_limit_at_zero"] as? Bool ?? false,
        constants: constants(rounded: rounded),
        subgroupSpread: options["sd_method"] == nil ? .meanOrPooled : .meanCorrected,
        axis: axis))
  }
}
