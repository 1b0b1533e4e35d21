import Collaborative
import DocumentStore
import JSONTree

/// What the doctor says.
struct DiagnosisText {
  let diagnosis: Diagnosis

  init(_ diagnosis: Diagnosis) { self.diagnosis = diagnosis }

  private var findings: [CheckFinding] { diagnosis.report.findings }

  /// One line for each repair and each finding, the damage first, then the whole in one.
  var lines: [String] {
    var lines = diagnosis.repairs.map(Self.words)
    for isDamage in [true, false] {
      lines += findings.filter { $0.problem.isDamage == isDamage }.map { finding in
        "\(finding.place): \(finding.problem.what); \(finding.problem.remedy)"
      }
    }
    if diagnosis.isSound { lines.append(verdict) }
    return lines
  }

  /// The whole in one line.
  var verdict: String {
    let damage = findings.count { $0.problem.isDamage }
    let notices = findings.count - damage
    let seen = "\(Self.count(diagnosis.report.documents, "document")) looked at"
    var parts = [damage == 0 ? "nothing is damaged" : "\(damage) damaged"]
    if notices > 0 { parts.append("\(notices) worth a look") }
    if let brake = diagnosis.brake {
      parts.append(
        "the store can only be read, because \(brake): bring them back from a backup, or a steward "
          + "takes it as it is with huddle doctor --accept")
    }
    return "\(seen): \(parts.joined(separator: ", "))"
  }

  var json: JSON {
    let found: [JSON] = findings.map { finding in
      var tree: JSON = [
        "place": .string(finding.place), "kind": .string(finding.problem.kind),
        "damage": .bool(finding.problem.isDamage), "what": .string(finding.problem.what),
        "remedy": .string(finding.problem.remedy),
      ]
      tree["id"] = finding.id.map(JSON.string)
      return tree
    }
    var tree: JSON = [
      "sound": .bool(diagnosis.isSound), "documents": JSON(diagnosis.report.documents),
      "journalLines": JSON(diagnosis.report.journalLines), "findings": .array(found),
      "repairs": .array(diagnosis.repairs.map { .string(Self.words($0)) }),
    ]
    if let brake = diagnosis.brake {
      tree["readOnly"] = [
        "documents": JSON(brake.documents), "damaged": JSON(brake.damaged),
        "vanished": JSON(brake.vanished),
      ]
    }
    return tree
  }

  private static func words(_ repair: Repair) -> String {
    switch repair {
    case .broughtBack(let place, let quarantine):
      "\(place): brought back the last good version; the broken file is kept as \(quarantine)"
    case .setAside(let place, let quarantine):
      "\(place): set aside as \(quarantine); the history begins anew from what undo keeps"
    case .swept(let place): "\(place): removed what a program that is gone left behind"
    case .rights(let place): "\(place): gave it the rights it should have"
    }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(number == 1 ? word : word + "s")"
  }
}
