import DocumentStore
import Glibc

/// A disk in memory, as a value: what programs see, and what a power cut would leave of it.
public struct Volume: Sendable {
  enum Content: Sendable {
    case file(SimulatedFile)
    case folder(SimulatedFolder)
  }

  struct Node: Sendable {
    var content: Content
    var mode: UInt32
    /// As it is on the disk.
    var durableMode: UInt32
    /// Ticks of the volume's clock.
    var modified: Int

    var kind: FileStatus.Kind {
      switch content {
      case .file: .file
      case .folder: .folder
      }
    }
  }

  static let root: Inode = 1

  var nodes: [Inode: Node] = [:]
  private var nextInode: Inode = 2
  private var nextChange = 1
  /// Grows with every change, so that no two states of a file bear the same time.
  private var clock = 1
  /// Grows with every change that a power cut could lose.
  private(set) var version = 0

  /// An empty disk.
  public init() {
    nodes[Self.root] = Node(
      content: .folder(SimulatedFolder()), mode: 0o755, durableMode: 0o755, modified: 0)
  }

  /// The clock and the counters go on behind a power cut: files keep telling one another apart.
  init(continuing other: Volume, nodes: [Inode: Node]) {
    self = other
    self.nodes = nodes
  }

  // MARK: Looking

  func node(_ inode: Inode) throws(SystemFailure) -> Node {
    guard let node = nodes[inode] else { throw SystemFailure("look at", code: EBADF) }
    return node
  }

  func folder(_ inode: Inode) throws(SystemFailure) -> SimulatedFolder {
    guard case .folder(let folder) = try node(inode).content else {
      throw SystemFailure("look at", code: ENOTDIR)
    }
    return folder
  }

  func file(_ inode: Inode) throws(SystemFailure) -> SimulatedFile {
    guard case .file(let file) = try node(inode).content else {
      throw SystemFailure("read", code: EISDIR)
    }
    return file
  }

  func find(_ name: String, in inode: Inode) throws(SystemFailure) -> Inode {
    if name == "." { return inode }
    guard let found = try folder(inode).names[name] else {
      throw SystemFailure("open", code: ENOENT)
    }
    return found
  }

  /// What a path below a folder stands for.
  func walk(_ path: String, from inode: Inode) throws(SystemFailure) -> Inode {
    var current = inode
    for step in path.utf8.split(separator: UInt8(ascii: "/")) {
      current = try find(String(Substring(step)), in: current)
    }
    return current
  }

  func status(_ inode: Inode) throws(SystemFailure) -> FileStatus {
    let node = try node(inode)
    let size = if case .file(let file) = node.content { file.bytes.count } else { 4096 }
    return FileStatus(
      kind: node.kind, mode: node.mode,
      stamp: FileStamp(inode: inode, size: size, modified: node.modified))
  }

  // MARK: Changing

  mutating func make(_ content: Content, mode: UInt32) -> Inode {
    let inode = nextInode
    nextInode += 1
    nodes[inode] = Node(
      content: content, mode: mode, durableMode: mode, modified: tick())
    return inode
  }

  mutating func change(
    _ inode: Inode, _ body: (inout SimulatedFile) -> Void
  ) throws(SystemFailure) {
    var file = try file(inode)
    let now = tick()
    body(&file)
    nodes[inode]?.content = .file(file)
    nodes[inode]?.modified = now
  }

  mutating func setMode(_ inode: Inode, _ mode: UInt32) throws(SystemFailure) {
    _ = try node(inode)
    nodes[inode]?.mode = mode
    _ = tick()
  }

  /// - Returns: the change's number, for another one that follows it.
  @discardableResult
  mutating func rename(
    _ names: [String: Inode?], in inode: Inode, following other: Int? = nil
  ) throws(SystemFailure) -> Int {
    var folder = try folder(inode)
    let number = nextChange
    nextChange += 1
    folder.apply(NameChange(number: number, names: names, follows: other))
    let now = tick()
    nodes[inode]?.content = .folder(folder)
    nodes[inode]?.modified = now
    return number
  }

  private mutating func tick() -> Int {
    clock += 1
    version += 1
    return clock
  }
}
