/// The way from a document's top to one of its values, such as `plan.predictions.0.result`.
public struct JSONPath: Hashable, Sendable, CustomStringConvertible {
  /// Names of fields; in an array a number is a position counted from 0.
  public var steps: [String]

  public init(_ steps: [String]) { self.steps = steps }

  /// Reads a dotted path; an empty text is the document itself.
  public init(_ dotted: String) {
    // Views make a path for every value they read, and most are one step.
    let bytes = dotted.utf8
    if bytes.isEmpty {
      steps = []
    } else if bytes.contains(UInt8(ascii: ".")) {
      steps = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    } else {
      steps = [dotted]
    }
  }

  public var description: String { steps.joined(separator: ".") }

  public func appending(_ step: String) -> JSONPath { JSONPath(steps + [step]) }
  public func appending(_ index: Int) -> JSONPath { JSONPath(steps + [String(index)]) }
}

extension JSONPath: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension JSON {
  /// The value at a path; nil where the way ends before.
  ///
  /// Setting makes the objects on the way; setting nil removes the field, and with it the objects
  /// it leaves empty. A position just behind an array's end appends; one further out does nothing.
  public subscript(path: JSONPath) -> JSON? {
    get {
      var value = self
      for step in path.steps {
        switch value {
        case .object(let object):
          guard let next = object[step] else { return nil }
          value = next
        case .array(let elements):
          guard let index = Int(step), elements.indices.contains(index) else { return nil }
          value = elements[index]
        default: return nil
        }
      }
      return value
    }
    set { set(newValue, along: path.steps[...]) }
  }

  private mutating func set(_ newValue: JSON?, along steps: ArraySlice<String>) {
    guard let step = steps.first else {
      self = newValue ?? .null
      return
    }
    let rest = steps.dropFirst()
    if case .array(var elements) = self {
      guard let index = Int(step), index >= 0, index <= elements.count else { return }
      if index == elements.count {
        guard let newValue else { return }
        var element: JSON = rest.isEmpty ? newValue : .object(JSONObject())
        if !rest.isEmpty { element.set(newValue, along: rest) }
        elements.append(element)
      } else if rest.isEmpty, newValue == nil {
        elements.remove(at: index)
      } else {
        elements[index].set(newValue, along: rest)
      }
      self = .array(elements)
      return
    }
    var object = object ?? JSONObject()
    if rest.isEmpty {
      object[step] = newValue
    } else {
      var child = object[step] ?? .object(JSONObject())
      if newValue == nil, object[step] == nil { return }
      child.set(newValue, along: rest)
      let isEmptied = newValue == nil && child.object?.isEmpty == true
      object[step] = isEmptied ? nil : child
    }
    self = .object(object)
  }
}
