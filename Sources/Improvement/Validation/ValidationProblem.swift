import JSONTree

/// What is wrong with a field.
public enum ValidationProblem: Hashable, Sendable {
  case missing(when: FieldCondition?)
  case wrongKind(expected: String)
  case notAGroup
  case notADate(String)
  case notAPeriod(String)
  case notATime(String)
  case notFinite(String)
  case unknownChoice(String, choices: [String], suggestions: [String])
  case notAnId(String, of: DocumentType?)
  case notAnAuthor(String)
  case notACode(String)
  case notALogin(String)
  case wrongType(found: String, expected: DocumentType)
  case newerSchema(found: Int, known: Int)
  /// By what stands before the field of the start in a form.
  case endsBeforeItStarts(start: String)
  case refersToItself
  case outOfRange(String, allowed: String)
  case unknownDriver(String)
  case driversInACircle(String)
  case duplicate(String)
  case idIsNot(String)
  case noSuchPrediction(Int, count: Int)
  case scoredBeforeResult
  case noNumber
  case zeroDenominator
  case numeratorAboveDenominator(String, String)
  case periodDoesNotFit(String, Frequency)
  case needsDenominator
  /// A file that is not among those of the store.
  case leavesTheStore(String)
  /// A link with a sign in it that nobody sees, so that it leads elsewhere than it seems.
  case unseenSign(String, code: UInt32)
  /// A link that leads neither to a page on the web nor to a source.
  case strangeLink(String)
  /// A day by which something is to happen is over when it is written down.
  case isPast(CalendarDate)
  /// A day on which something was so has not come yet.
  case isToCome(CalendarDate)
}

/// A field with what is wrong with it.
public struct Finding: Hashable, Sendable {
  public var path: JSONPath
  /// What stands before the field in a form.
  public var label: String
  public var problem: ValidationProblem

  public init(path: JSONPath, label: String, problem: ValidationProblem) {
    self.path = path
    self.label = label
    self.problem = problem
  }
}
