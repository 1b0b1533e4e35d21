import Cells
import JSONTree

/// Reads a theme's tree and notes each problem with the place where it stands.
struct ThemeReader {
  var problems: [ThemeProblem] = []

  mutating func read(_ tree: JSON) -> ThemeFile? {
    guard let root = tree.object else {
      problems.append(.wrongKind(at: "", wanted: .object))
      return nil
    }
    for key in root.keys where !ThemeFile.rootKeys.contains(key) {
      problems.append(.unknownKey(key, at: "", known: ThemeFile.rootKeys))
    }
    guard let name = text(root["name"], at: "name") else {
      if root["name"] == nil { problems.append(.missingName) }
      return nil
    }
    var palette: [String: ThemeColour] = [:]
    for field in object(root["palette"], at: "palette") {
      palette[field.key] = colour(field.value, at: "palette.\(field.key)")
    }
    var roles: [Role: ThemeFile.RoleLook] = [:]
    for field in object(root["roles"], at: "roles") {
      guard let role = Role(rawValue: field.key) else {
        problems.append(
          .unknownKey(field.key, at: "roles", known: Role.allCases.map(\.rawValue)))
        continue
      }
      roles[role] = look(field.value, at: "roles.\(field.key)")
    }
    return ThemeFile(
      name: name, inherits: text(root["inherits"], at: "inherits"),
      appearance: appearance(root["appearance"]), palette: palette, roles: roles)
  }

  private mutating func appearance(_ tree: JSON?) -> Theme.Appearance? {
    guard let word = text(tree, at: "appearance") else { return nil }
    if let appearance = Theme.Appearance(rawValue: word) { return appearance }
    problems.append(
      .unknownKey(word, at: "appearance", known: Theme.Appearance.allCases.map(\.rawValue)))
    return nil
  }

  private mutating func look(_ tree: JSON, at place: String) -> ThemeFile.RoleLook {
    var look = ThemeFile.RoleLook()
    for field in object(tree, at: place) {
      let here = "\(place).\(field.key)"
      switch field.key {
      case "fg": look.foreground = text(field.value, at: here)
      case "bg": look.background = text(field.value, at: here)
      case let attribute where ThemeFile.attributes.contains(attribute):
        guard let isOn = field.value.bool else {
          problems.append(.wrongKind(at: here, wanted: .boolean))
          continue
        }
        if isOn { look.attributes.insert(attribute) }
      default:
        problems.append(
          .unknownKey(field.key, at: place, known: ["fg", "bg"] + ThemeFile.attributes))
      }
    }
    return look
  }

  private mutating func colour(_ tree: JSON, at place: String) -> ThemeColour {
    var colour = ThemeColour()
    for field in object(tree, at: place) {
      let here = "\(place).\(field.key)"
      switch field.key {
      case "rgb":
        colour.rgb = field.value.string.flatMap(RGB.init(hex:))
        if colour.rgb == nil { problems.append(.wrongKind(at: here, wanted: .rgb)) }
      case "x256":
        colour.x256 = field.value.int.flatMap(UInt8.init(exactly:))
        if colour.x256 == nil { problems.append(.wrongKind(at: here, wanted: .x256)) }
      case "ansi":
        colour.ansi = field.value.int.flatMap(UInt8.init(exactly:)).flatMap { $0 < 16 ? $0 : nil }
        if colour.ansi == nil { problems.append(.wrongKind(at: here, wanted: .ansi)) }
      default:
        problems.append(.unknownKey(field.key, at: place, known: ["rgb", "x256", "ansi"]))
      }
    }
    return colour
  }

  private mutating func text(_ tree: JSON?, at place: String) -> String? {
    guard let tree else { return nil }
    if let text = tree.string { return text }
    problems.append(.wrongKind(at: place, wanted: .text))
    return nil
  }

  private mutating func object(_ tree: JSON?, at place: String) -> [JSONObject.Field] {
    guard let tree else { return [] }
    if let object = tree.object { return object.fields }
    problems.append(.wrongKind(at: place, wanted: .object))
    return []
  }
}

extension RGB {
  /// Six hexadecimal digits after `#`.
  init?(hex: String) {
    let digits = hex.utf8
    guard digits.count == 7, digits.first == UInt8(ascii: "#"),
      digits.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}
