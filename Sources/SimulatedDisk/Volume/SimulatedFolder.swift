/// The number by which a volume knows a file or a folder.
typealias Inode = UInt64

/// One change of a folder's names, which is on the disk as a whole or not at all.
struct NameChange: Sendable {
  /// In the order of all changes of a volume.
  let number: Int
  /// What each name stands for then; nil for nothing.
  let names: [String: Inode?]
  /// The change without which this one is never on the disk: a file that moves from folder to folder
  /// may be in both for a while, and is never in none.
  var follows: Int?
}

/// A folder's names: as programs see them, and as they are on the disk.
struct SimulatedFolder: Sendable {
  private(set) var names: [String: Inode] = [:]
  private var durable: [String: Inode] = [:]
  private(set) var pending: [NameChange] = []

  init() {}

  /// A folder that is on the disk as it is.
  init(_ names: [String: Inode]) {
    self.names = names
    durable = names
  }

  var isSettled: Bool { pending.isEmpty }

  mutating func apply(_ change: NameChange) {
    Self.apply(change, to: &names)
    pending.append(change)
  }

  mutating func synchronise() {
    durable = names
    pending = []
  }

  /// One change comes to the disk before the others, with what it overrules.
  mutating func synchronise(change number: Int) {
    guard let index = pending.firstIndex(where: { $0.number == number }) else { return }
    let change = pending.remove(at: index)
    Self.apply(change, to: &durable)
    pending.removeAll { $0.number < number && !change.names.keys.allSatisfy($0.isSilent) }
  }

  /// The names as a power cut leaves them where only some changes came to the disk.
  func names(with done: Set<Int>) -> [String: Inode] {
    var result = durable
    for change in pending where done.contains(change.number) { Self.apply(change, to: &result) }
    return result
  }

  private static func apply(_ change: NameChange, to names: inout [String: Inode]) {
    for (name, inode) in change.names { names[name] = inode }
  }
}

extension NameChange {
  fileprivate func isSilent(about name: String) -> Bool { names[name] == nil }
}
