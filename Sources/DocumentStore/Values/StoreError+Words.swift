import Glibc
import JSONTree

extension StoreError: CustomStringConvertible {
  /// What happened, where, and what to do now.
  public var description: String {
    switch self {
    case .notThere(let path):
      "There is no folder \(path). Check the path, or make a store there first."
    case .notAStore(let path):
      "\(path) holds no store: it has no store.json. Choose another folder, or make a store there."
    case .notADirectory(let path): "\(path) is not a folder. Choose a folder for the store."
    case .notReadable(let path):
      "You may not read \(path). Ask whoever owns it for the right to."
    case .notEmpty(let path):
      "\(path) already holds other files. Choose a new or an empty folder for the store."
    case .alreadyAStore(let path):
      "\(path) already holds a store. Open it, or choose another folder."
    case .newerFormat(let path, let found, let known):
      "\(path) was made by a newer program (format \(found), this one knows \(known)). "
        + "Update this program to use it; nothing was changed."
    case .damagedStore(let path, let problem):
      "\(path) cannot be read: \(problem). Repair the file or bring it back from a backup."
    case .braked(let path, let brake):
      "\(path) can only be read now: \(brake). Nothing was changed; find out what happened, and "
        + "bring the documents back from a backup."
    case .notCleared(let id, let path):
      "The document \(id) is withdrawn, but its text may still be in \(path), which you may not "
        + "remove. Ask whoever owns it to withdraw it once more."
    case .withdrawn(let id, _, let at):
      "The document \(id) was withdrawn at \(at), and its text is gone for good. Leave it out."
    case .otherComputer(let path, let kind, let name):
      "\(path) is on a network file system (\(kind)), where the locks of several computers do not "
        + "hold, and \(name) writes to it. Nothing was changed; work on \(name), or, where nobody "
        + "writes from there any more, remove \(path)/.store/writer."
    case .unstoppable(let path):
      "\(path) changed all the while, and you may not hold it still. Ask whoever owns it to do this."
    case .fileThere(let path):
      "\(path) is there already, and nothing overwrites it. Choose another name, such as one with "
        + "the date in it."
    case .needsName(let path):
      "\(path) is no name, and a store is put in place under its name. Go to the folder above it and "
        + "say what it is called."
    case .noFolder(let path): "There is no folder \(path). Make it, or check the path."
    case .noFile(let path): "There is no file \(path). Check the path."
    case .badArchive(let path, let problem):
      "\(path) cannot be used: \(problem). Nothing was restored; take another backup."
    case .noSuchType(let type): "There is no type of document called \"\(type)\"."
    case .noSuchDocument(let id):
      "There is no document \"\(id)\". It may be in the trash, or the id mistyped."
    case .ambiguous(let prefix, let ids):
      "\"\(prefix)\" could be \(Self.list(ids)). Type more of the id."
    case .alreadyThere(let id, let place):
      "The document \(id) is there already (\(place)). Change it instead of adding it."
    case .conflict(let conflict): Self.words(conflict)
    case .damaged(let damage):
      "The document \(damage.id) is damaged: \(damage.place), \(damage.problem). "
        + "It is left as it is; repair the file or bring it back from a backup."
    case .invalidDocument(let id, let problem):
      "The document\(id.map { " \($0)" } ?? "") cannot be saved: \(problem)."
    case .newerDocument(let id, let found, let known):
      "The document \(id) was written by a newer program (version \(found), this one knows "
        + "\(known)). It can be read; update this program to change it."
    case .changedTwice(let id):
      "The document \(id) is changed twice in one step. Change it once."
    case .overtaken(let type):
      "Somebody else added a \(type) at the same moment. Nothing was changed; try it again."
    case .gitMissing:
      "git is not installed, so that older versions are not kept. Install git to keep them."
    case .gitFailed(let path, let command, let code):
      "git \(command) could not be done in \(path) (\(code)). The documents are not concerned; "
        + "look with huddle doctor."
    case .noSpace(let path):
      "There is no room left on the disk for \(path). Nothing was changed; free some space and "
        + "try again."
    case .sizeLimit(let path):
      "The size of files is limited here, and \(path) would be larger. Nothing was changed; raise "
        + "the limit (ulimit -f), or use a disk that takes larger files, and try again."
    case .readOnly(let path):
      "The disk with \(path) is read-only. Nothing was changed; make it writable and try again."
    case .notPermitted(let path):
      "You may not write \(path). Nothing was changed; ask whoever owns the store for the right to."
    case .io(let operation, let path, let code):
      "Could not \(operation) \(path): \(Self.reason(code)). Check the disk and try again."
    }
  }

  private static func words(_ conflict: Conflict) -> String {
    let who = conflict.by.map { " by \($0)" } ?? ""
    let when = conflict.at.map { " at \($0)" } ?? ""
    guard let found = conflict.found else {
      return "The document \(conflict.id) was removed\(who)\(when) since you read it. "
        + "Nothing was changed; restore it first."
    }
    return "The document \(conflict.id) was changed\(who)\(when) since you read it (you expected "
      + "\(conflict.expected.short), it is \(found.short) now). Nothing was changed; look at it "
      + "again and repeat your change."
  }

  private static func list(_ ids: [DocumentID]) -> String {
    let shown = ids.prefix(3).joined(separator: ", ")
    return ids.count > 3 ? "\(shown) or \(ids.count - 3) more" : shown
  }

  fileprivate static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}

extension Brake: CustomStringConvertible {
  public var description: String {
    let parts = [
      vanished > 0
        ? "\(vanished) of \(documents) documents vanished since they were last seen" : nil,
      damaged > 0 ? "\(damaged) of \(documents) documents cannot be read" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", and ")
  }
}

extension ArchiveProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .truncated: "it ends too soon"
    case .notAnArchive(let offset): "byte \(offset) begins no part of an archive"
    case .foreignEntry(let name, let kind):
      "\"\(name)\" in it is a link or something else that is no file (type \(kind))"
    case .foreignName(let name): "\"\(name)\" in it leads to where nothing may be put"
    case .tooLarge(let name, let bytes):
      "\"\(name)\" in it is \(bytes) bytes long, and \(ArchiveReader.fileLimit) is the most"
    case .noManifest: "it has no sound list of what is in it"
    case .changed(let name): "\"\(name)\" in it is not what was kept"
    case .noStore: "it holds no store"
    }
  }
}

extension StoreProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notJSON(let error): "\(error)"
    case .notAnObject: "it is not a JSON object"
    case .notAFile: "it is not a regular file"
    case .tooLarge(let bytes):
      "it is \(bytes) bytes long, and \(JSONLimits.document.documentBytes) is the most"
    case .noID: "it has no \"id\""
    case .otherID(let id): "its \"id\" is \"\(id)\", which is not the file's name"
    case .unusableID(let id):
      "\"\(id)\" cannot be an id; use letters, digits, \"-\" and \"_\""
    case .noType: "it has no \"type\""
    case .otherType(let found, let expected):
      "its \"type\" is \"\(found)\" where \"\(expected)\" is expected"
    case .misplaced: "its id does not fit the site it belongs to"
    case .notReadable(let code): "it cannot be read (\(StoreError.reason(code)))"
    }
  }
}

extension StoreError {
  /// The case a failed system call stands for.
  init(_ failure: SystemFailure, path: String) {
    switch failure.code {
    case ENOSPC, EDQUOT: self = .noSpace(path: path)
    // What is read may be too large for huddle; what is written, only for the system.
    case EFBIG where failure.operation != "read": self = .sizeLimit(path: path)
    case EROFS: self = .readOnly(path: path)
    case EACCES, EPERM: self = .notPermitted(path: path)
    default: self = .io(operation: failure.operation, path: path, code: failure.code)
    }
  }
}
