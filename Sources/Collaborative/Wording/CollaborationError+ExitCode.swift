import DocumentStore

extension CollaborationError {
  /// What a command that failed with this ends with: 1 the input was refused, 3 the store is
  /// unusable, 4 a conflict, 5 not permitted.
  public var exitCode: Int32 {
    switch self {
    case .store(let error): error.exitCode
    case .conflict, .movedMeanwhile, .notOpen, .alreadyThere, .cannotUndo(_, _, .changedSince),
      .cannotUndo(_, _, .gone), .contribution(.conflicts):
      4
    case .notPermitted, .gate: 5
    default: 1
    }
  }
}

extension StoreError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .braked, .otherComputer, .unstoppable, .notThere, .notAStore, .notADirectory, .notReadable,
      .newerFormat, .damagedStore, .noSpace, .sizeLimit, .readOnly, .io, .gitMissing, .gitFailed:
      3
    case .conflict, .overtaken: 4
    case .notPermitted, .notCleared: 5
    case .notEmpty, .alreadyAStore, .noSuchType, .noSuchDocument, .ambiguous, .alreadyThere,
      .damaged, .invalidDocument, .newerDocument, .changedTwice, .withdrawn, .fileThere, .noFile,
      .noFolder, .needsName,
      .badArchive:
      1
    }
  }
}
