/// The fields of an object, kept in the byte order of their keys.
///
/// One order for everybody makes canonical text a plain walk and look-up a binary search:
/// O(log n) to read, O(n) to insert, O(1) to append in order, as the parser of a canonical
/// document does.
public struct JSONObject: Equatable, Sendable {
  public struct Field: Equatable, Sendable {
    public let key: String
    public var value: JSON

    public static func == (left: Field, right: Field) -> Bool {
      left.key.hasSameBytes(as: right.key) && left.value == right.value
    }
  }

  public private(set) var fields: [Field]

  public init() { fields = [] }

  public init(_ pairs: some Sequence<(String, JSON)>) {
    self.init()
    for (key, value) in pairs { self[key] = value }
  }

  public var isEmpty: Bool { fields.isEmpty }
  public var count: Int { fields.count }
  public var keys: [String] { fields.map(\.key) }

  public subscript(key: String) -> JSON? {
    get {
      let (index, found) = position(of: key)
      return found ? fields[index].value : nil
    }
    set {
      let (index, found) = position(of: key)
      switch (newValue, found) {
      case (let value?, true): fields[index].value = value
      case (let value?, false): fields.insert(Field(key: key, value: value), at: index)
      case (nil, true): fields.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// Adds a field and says whether the key was new; an old one is left as it is.
  mutating func insertNew(_ value: JSON, forKey key: String) -> Bool {
    if let last = fields.last, last.key.compareBytes(with: key) >= 0 {
      let (index, found) = position(of: key)
      if found { return false }
      fields.insert(Field(key: key, value: value), at: index)
    } else {
      fields.append(Field(key: key, value: value))
    }
    return true
  }

  private func position(of key: String) -> (index: Int, found: Bool) {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      let order = fields[middle].key.compareBytes(with: key)
      if order == 0 { return (middle, true) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return (low, false)
  }
}
