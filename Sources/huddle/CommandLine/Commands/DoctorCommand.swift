import ArgumentParser
import Collaborative
import DocumentStore
import JSONTree

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check every document of the store.",
    discussion: """
      Ends with 0 where nothing is damaged, with 1 where something is. What is only worth a look,
      such as the name of a document that was removed, is told and ends with 0.

      Examples:
        huddle doctor
        huddle doctor --repair
      """)

  @Flag(help: "Repair what can be repaired without losing anything.")
  var repair = false

  @Flag(help: "Take the store as it is, though much of it is broken or gone; for stewards.")
  var accept = false

  @Flag(help: "As one JSON object.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let diagnosis = try options.openToCheck().diagnose(repairs: repair, accepts: accept)
    if json {
      Output.json(DiagnosisText(diagnosis).json)
    } else {
      for line in DiagnosisText(diagnosis).lines { Output.line(line) }
    }
    if !diagnosis.isSound {
      throw Failure.refused(DiagnosisText(diagnosis).verdict)
    }
  }
}
