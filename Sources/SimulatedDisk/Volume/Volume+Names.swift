import DocumentStore
import Glibc

extension Volume {
  mutating func makeFile(
    _ name: String, in folder: Inode, mode: UInt32
  ) throws(SystemFailure) -> Inode {
    let inode = make(.file(SimulatedFile()), mode: mode)
    try rename([name: inode], in: folder)
    return inode
  }

  mutating func makeFolder(
    _ name: String, in folder: Inode, mode: UInt32
  ) throws(SystemFailure) {
    guard try self.folder(folder).names[name] == nil else {
      throw SystemFailure("make the folder", code: EEXIST)
    }
    try rename([name: make(.folder(SimulatedFolder()), mode: mode)], in: folder)
  }

  mutating func rename(
    _ name: String, in folder: Inode, to newName: String, in newFolder: Inode
  ) throws(SystemFailure) {
    let inode = try find(name, in: folder)
    if let there = try self.folder(newFolder).names[newName] {
      // Two names of one file stay as they are.
      if there == inode { return }
      try checkReplaceable(there, by: inode)
    }
    if folder == newFolder {
      try rename([name: nil, newName: inode], in: folder)
    } else {
      let arrival = try rename([newName: inode], in: newFolder)
      try rename([name: nil], in: folder, following: arrival)
    }
  }

  private func checkReplaceable(_ there: Inode, by inode: Inode) throws(SystemFailure) {
    switch (try node(there).content, try node(inode).content) {
    case (.file, .file): return
    case (.folder(let old), .folder):
      if !old.names.isEmpty { throw SystemFailure("rename", code: ENOTEMPTY) }
    case (.folder, .file): throw SystemFailure("rename", code: EISDIR)
    case (.file, .folder): throw SystemFailure("rename", code: ENOTDIR)
    }
  }

  mutating func link(
    _ name: String, in folder: Inode, to newName: String, in newFolder: Inode
  ) throws(SystemFailure) {
    let inode = try find(name, in: folder)
    _ = try file(inode)
    guard try self.folder(newFolder).names[newName] == nil else {
      throw SystemFailure("link", code: EEXIST)
    }
    try rename([newName: inode], in: newFolder)
  }

  mutating func remove(
    _ name: String, in folder: Inode, isFolder: Bool
  ) throws(SystemFailure) {
    let inode = try find(name, in: folder)
    switch try node(inode).content {
    case .file: if isFolder { throw SystemFailure("remove", code: ENOTDIR) }
    case .folder(let old):
      guard isFolder else { throw SystemFailure("remove", code: EISDIR) }
      if !old.names.isEmpty { throw SystemFailure("remove", code: ENOTEMPTY) }
    }
    try rename([name: nil], in: folder)
  }
}
