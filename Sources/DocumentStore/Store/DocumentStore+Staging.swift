import JSONTree

/// What a save does before it takes the lock, because it takes the longest.
extension DocumentStore {
  /// The staged files' names, in the order of the changes' writes.
  ///
  /// - Parameter earlier: what was staged for an earlier plan, which is written over: to make files
  ///   and remove them again is dear where many save. What is too many of it is removed.
  func stage(
    _ plan: [PlannedChange], over earlier: [[String]] = []
  ) throws(StoreError) -> [[String]] {
    let writes = plan.reduce(0) { $0 + $1.writes.count }
    var spares = Array(earlier.joined())
    defer { unstage([spares]) }
    guard writes > 0 else { return plan.map { _ in [] } }
    let folder = try disk.makeFolder(".store/tmp")
    defer { disk.files.close(folder) }
    var staged: [[String]] = []
    var made: Set<String> = []
    let isOneByOne = writes <= 32
    do throws(StoreError) {
      for change in plan {
        var names: [String] = []
        for write in change.writes {
          let spare = spares.popLast()
          let name = spare ?? "\(ULID().text).json"
          names.append(name)
          try disk.call(write.path) { () throws(SystemFailure) in
            if spare == nil {
              try disk.create(
                name, in: folder, bytes: write.bytes, mode: disk.fileMode,
                isSynchronised: isOneByOne)
            } else {
              try disk.overwrite(
                name, in: folder, bytes: write.bytes, isSynchronised: isOneByOne)
            }
          }
        }
        staged.append(names)
        for write in change.writes {
          let path = Disk.split(write.path).folder
          if made.insert(path).inserted { disk.files.close(try disk.makeFolder(path)) }
        }
      }
      // Of several files the names must survive as the intent does that speaks of them.
      let isAlone = writes + plan.reduce(0) { $0 + $1.removes.count } == 1
      if !isAlone {
        try disk.call(".store/tmp") { () throws(SystemFailure) in
          try isOneByOne ? disk.files.synchronise(folder) : disk.files.synchroniseAll(folder)
        }
      }
      return staged
    } catch {
      unstage(staged)
      throw error
    }
  }

  /// Removes what is still staged; what is left where that fails is swept a day later.
  func unstage(_ staged: [[String]]) {
    guard staged.contains(where: { !$0.isEmpty }),
      let folder = try? disk.openFolder(".store/tmp")
    else { return }
    defer { disk.files.close(folder) }
    for name in staged.joined() { try? disk.files.remove(folder, name) }
  }
}
