import Collaborative
import ControlCharts
import DocumentStore
import Exchange

/// Why a command ends without having done what it was asked for.
struct Failure: Error {
  /// One line: what, where, what to do now.
  var words: String
  /// 1 the input was refused, 2 the command line was wrong, 3 the store is unusable, 4 a conflict,
  /// 5 not permitted.
  var code: Int32
  /// Whether the words are a page to read; else they are one line, whatever was typed in them.
  var isPage = false

  static func refused(_ words: String) -> Failure { Failure(words: words, code: 1) }
  static func usage(_ words: String) -> Failure { Failure(words: words, code: 2) }

  init(words: String, code: Int32, isPage: Bool = false) {
    self.words = words
    self.code = code
    self.isPage = isPage
  }

  /// What an error means for whoever typed the command; nil for one that is none of ours.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as CollaborationError: self.init(error)
    case let error as StoreError: self.init(CollaborationError.store(error))
    case let error as CSVError: self = .refused(error.description)
    case let error as TableImportError: self = .refused(error.description)
    case let error as ChartError: self = .refused(error.description)
    case let error as ChartCaseError: self = .refused(error.description)
    case let error as ChartTableError: self = .refused(error.description)
    default: return nil
    }
  }

  private init(_ error: CollaborationError) {
    switch error {
    case .store(.notThere(let path)), .store(.notAStore(let path)):
      self.init(words: Self.noStore(path), code: error.exitCode)
    default: self.init(words: error.words, code: error.exitCode)
    }
  }

  static func noStore(_ path: String) -> String {
    "there is no store at \(path) yet; type huddle demo to look around in a sample network, or "
      + "huddle init to begin your own"
  }
}
