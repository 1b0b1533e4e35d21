/// One thing that people do with a store, from its asking to its answer.
public enum Deed: String, CaseIterable, Sendable {
  case add, addAtNewSite, addSeries, setPoints, replace
  /// An edit that meets somebody else's, in another field or in the same.
  case mergeEdit, conflictingEdit
  /// Several documents in one transaction; so many that the whole disk is synchronised at once.
  case several, many
  case trash, restore, undo, redo, withdraw
  /// What was withdrawn must be refused.
  case addWithdrawn
  case repair, keepSnapshot, saveDraft
  case create, createInBulk, backup, restoreBackup

  /// Whether one file alone changes, which needs no intent: a program that ends in the middle may
  /// leave the change without its line in the journal, and whoever asked has no answer.
  var isSingle: Bool {
    switch self {
    case .add, .addAtNewSite, .addSeries, .setPoints, .replace, .mergeEdit, .conflictingEdit,
      .undo, .redo, .repair:
      true
    default: false
    }
  }

  /// Whether it is one transaction, of which a failure that is told leaves nothing at all.
  var isTransaction: Bool {
    switch self {
    case .withdraw, .repair, .keepSnapshot, .saveDraft, .create, .createInBulk, .backup,
      .restoreBackup:
      false
    default: true
    }
  }

  /// Whether the store is to refuse it.
  var isRefused: Bool { self == .addWithdrawn }
}
