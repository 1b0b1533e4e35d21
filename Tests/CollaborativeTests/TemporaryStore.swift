import Collaborative
import DocumentStore
import Glibc
import Improvement
import JSONTree
import Synchronization
import Testing

/// A store in a folder of its own that goes when the tests are over.
struct TemporaryStore {
  let path: String
  let clock = Clock.fixed(Timestamp(secondsSince1970: 1_774_000_000))

  init() throws {
    var template = Array("/tmp/huddle-tests-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    try #require(made != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    Leftovers.register(path)
    _ = try Collaboration.create(
      path: path, name: "Safer Surgery", unixLogin: "stella", clock: clock)
  }

  func open(_ login: String) throws(CollaborationError) -> Collaboration {
    try Collaboration.open(path: path, unixLogin: login, clock: clock)
  }

  /// The steward who made it.
  func steward() throws(CollaborationError) -> Collaboration { try open("stella") }

  /// Two sites with a lead and a participant each, a coach whom both name, a project and two measures.
  func furnished() throws -> Collaboration {
    let steward = try steward()
    for site in ["riverside", "hillview"] {
      try steward.add(.site, "name=\(site) hospital", "code=\(site)", "kind=hospital")
      try steward.add(
        .member, "name=Lee of \(site)", "login=lee-\(site)", "networkRole=lead",
        "siteIds=\(site)", "perspective=clinician")
      try steward.add(
        .member, "name=Pat of \(site)", "login=pat-\(site)", "networkRole=participant",
        "siteIds=\(site)", "perspective=patient")
    }
    try steward.add(
      .member, "name=Cora", "login=cora", "networkRole=coach", "perspective=clinician")
    for site in ["riverside", "hillview"] {
      try steward.set(try steward.resolve(site), "coachIds=cora")
    }
    try steward.add(.project, "name=Warm patients", "sites=riverside", "problem=Cold")
    try steward.add(
      .measure, "name=Wound infections", "kind=outcome", "dataKind=proportion",
      "direction=decrease", "frequency=month")
    try steward.add(
      .measure, "name=Waiting time", "kind=process", "dataKind=continuous",
      "direction=decrease", "frequency=month")
    return steward
  }
}

extension Collaboration {
  @discardableResult
  func add(_ type: DocumentType, _ words: String...) throws(CollaborationError) -> Outcome {
    var assignments: [Assignment] = []
    for word in words { assignments.append(try Assignment(typed: word)) }
    return try add(type, assignments: assignments)
  }

  @discardableResult
  func set(_ id: String, _ words: String...) throws(CollaborationError) -> Outcome {
    var assignments: [Assignment] = []
    for word in words { assignments.append(try Assignment(typed: word)) }
    return try set(id, assignments: assignments)
  }

  func tree(_ id: String) throws -> JSON { try document(id).tree }
}

/// What a call was refused with, in words and as an exit code.
func refusal(_ body: () throws -> Void) -> (words: String, code: Int32)? {
  do {
    try body()
    return nil
  } catch let error as CollaborationError {
    return (error.words, error.exitCode)
  } catch {
    return ("\(error)", -1)
  }
}

/// The folders to remove when the process ends.
enum Leftovers {
  private static let paths = Mutex<[String]>([])

  static func register(_ path: String) {
    paths.withLock { paths in
      if paths.isEmpty { atexit { Leftovers.remove() } }
      paths.append(path)
    }
  }

  private static func remove() { paths.withLock { for path in $0 { removeTree(path) } } }
}

private func removeTree(_ path: String) {
  guard let folder = opendir(path) else {
    unlink(path)
    return
  }
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { removeTree("\(path)/\(name)") }
  }
  closedir(folder)
  rmdir(path)
}
