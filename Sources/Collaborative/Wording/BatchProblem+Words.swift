import Improvement

extension BatchProblem {
  var words: String {
    switch self {
    case .notAnObject: "an operation is one JSON object, such as {\"op\":\"remove\",\"id\":\"…\"}"
    case .unknownOperation(let found):
      found.map { "there is no operation “\($0)”; choose add, set, log, remove or together" }
        ?? "“op” is missing; choose add, set, log, remove or together"
    case .unknownType(let found):
      "“\(found)” is no type of document; choose one of "
        + DocumentType.authored.map(\.rawValue).joined(separator: ", ")
    case .missing(let name): "\(name) is missing"
    case .notAField(let name, let expected): "\(name) must be \(expected)"
    case .notAnID(let id):
      "“\(id)” cannot be the id of a new document: it is a ULID of 26 letters and digits; leave it "
        + "out and one is made"
    case .nested: "“together” stands within “together”; put all operations into one list"
    case .notARevision(let text):
      "“\(text)” is no revision; give it as show --json prints it, or its first 8 digits at least"
    }
  }
}
