import DocumentStore

extension CheckProblem {
  /// What is wrong.
  public var what: String {
    switch self {
    case .damaged(let problem): "the document is damaged: \(problem)"
    case .sameID(let other): "its id is also that of \(other)"
    case .unsound(let words): words
    case .newer(let found, let known):
      "a newer program wrote it (version \(found), this one knows \(known))"
    case .missingReference(let field, let id, let isInTrash):
      "\(field) names \(id), which is \(isInTrash ? "in the trash" : "not there")"
    case .damagedTrash(let problem): "what was removed cannot be read: \(problem)"
    case .notFollowed: "it is a link or a device, which huddle never follows"
    case .noDocument: "it lies among documents and is none"
    case .narrowRights(let found, let expected):
      "its rights are \(Self.octal(found)), and others at this store need \(Self.octal(expected))"
    case .wideRights(let found, let expected):
      "its rights are \(Self.octal(found)), and drafts are their owner's alone "
        + "(\(Self.octal(expected)))"
    case .unreadableLine(let number): "line \(number) of the journal cannot be read"
    case .tornLine(let number): "line \(number) of the journal breaks off, as a power cut leaves it"
    case .unreadableIntent: "an interrupted change cannot be read, so it was never finished"
    case .unfinishedIntent:
      "a change of several documents is committed and not in place, because something may not be "
        + "written"
    case .misplaced: "the store has a folder there, or a file where this is a folder"
    case .noGit:
      "git is not installed, so that huddle history and repairs know only what undo still keeps"
    case .brokenHistory: "git cannot read the older versions that it keeps here"
    case .leftBehind: "a program that is gone left it behind more than a day ago"
    }
  }

  /// What to do about it now.
  public var remedy: String {
    switch self {
    case .damaged(.notReadable): "ask whoever owns the file for the right to read it"
    case .damaged:
      "huddle doctor --repair brings back the last good version where one is known here; else take "
        + "the file from a backup"
    case .sameID: "compare the two files and move the wrong one out of the store"
    case .unsound: "huddle set puts it right"
    case .newer: "it can be read; update huddle to change it"
    case .missingReference(_, let id, true): "huddle restore \(id), or name another"
    case .missingReference: "name another, or take it from a backup"
    case .damagedTrash: "take it from a backup, or remove the file"
    case .notFollowed: "put the file itself there, or remove the link"
    case .noDocument: "move it elsewhere if somebody needs it; huddle leaves it alone"
    case .narrowRights(_, let expected), .wideRights(_, let expected):
      "huddle doctor --repair, or its owner with chmod \(Self.octal(expected))"
    case .unreadableLine:
      "the documents are as they are; take the journal from a backup to know who changed them"
    case .tornLine: "nothing; nobody was told that this change was saved"
    case .unreadableIntent:
      "look at the documents changed last, then move the file out of the store"
    case .unfinishedIntent:
      "give back the right to write the documents' folders and the journal; the next change finishes "
        + "it"
    case .misplaced: "move it out of the store; huddle makes its own anew"
    case .noGit: "install git; nothing else depends on it"
    case .brokenHistory:
      "huddle doctor --repair sets them aside, and the history begins anew from what undo keeps"
    case .leftBehind: "nothing; the next change or huddle doctor --repair sweeps it"
    }
  }

  static func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
