import DocumentStore
import Foundation

extension FileSystem {
  /// The live calls, where nothing can be mapped.
  static var withoutSnapshot: FileSystem {
    var files = FileSystem.quick
    files.map = { (_, _) throws(SystemFailure) in throw SystemFailure("map", code: ENOMEM) }
    return files
  }
}

extension Scratch {
  /// Makes everything below a folder as old as a day, so that a later change must show.
  func age(below folder: String = "") throws {
    let path = "\(path)/\(folder)"
    let yesterday = Date(timeIntervalSinceNow: -86_400)
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    for name in names + [""] {
      try FileManager.default.setAttributes(
        [.modificationDate: yesterday], ofItemAtPath: "\(path)/\(name)")
    }
  }
}
