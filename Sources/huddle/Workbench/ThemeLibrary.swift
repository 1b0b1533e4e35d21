import Cells
import Glibc
import JSONTree
import Themes

/// The shipped themes and the user's own, which win over a shipped one of the same name.
struct ThemeLibrary {
  /// The folder of the user's themes: `$XDG_CONFIG_HOME/huddle/themes`.
  private let folder: String?
  private let ownNames: [String]

  static func withUsersThemes() -> ThemeLibrary {
    let configuration =
      environmentValue("XDG_CONFIG_HOME") ?? environmentValue("HOME").map { "\($0)/.config" }
    let folder = configuration.map { "\($0)/huddle/themes" }
    return ThemeLibrary(folder: folder, ownNames: folder.map(Self.names) ?? [])
  }

  var names: [String] {
    Themes.shipped + ownNames.filter { !Themes.shipped.contains($0) }
  }

  /// A theme's styles, and what is wrong with its file; the default stands in for a broken one.
  func styles(named name: String) -> (styles: StyleTable, problem: String?) {
    let (theme, problems) = Themes.loadOrDefault(name, own: ownText)
    return (theme.styles, problems.map { "\($0)" })
  }

  private func ownText(_ name: String) -> String? {
    guard let folder, !name.contains("/"), let file = fopen("\(folder)/\(name).json", "re") else {
      return nil
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: JSONLimits.document.documentBytes)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".json") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted()
  }
}

/// A variable of the environment, if it is set to something.
func environmentValue(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}
