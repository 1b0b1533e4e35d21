import JSONTree

/// Why a typed text is no value of its field.
public enum FieldTextError: Error, Hashable, Sendable {
  case notADate(String)
  case notAPeriod(String)
  case notATime(String)
  case notAWholeNumber(String)
  case notANumber(String)
  case decimalComma(String)
  case notYesOrNo(String)
  case notAChoice(String, choices: [String], suggestions: [String])
  case notRecords(JSONError?)
}
