/// The short face of a form: the few fields that matter first, and what is taken for granted
/// meanwhile.
public struct QuickForm: Hashable, Sendable {
  /// The fields shown, by their ids, in the order they are asked for.
  public var fields: [String]
  /// The fields that are not shown and whose values are said in a line above, by their ids.
  public var assumed: [String]
  /// Whether the form opens so.
  public var isFirst: Bool

  public init(fields: [String], assumed: [String] = [], isFirst: Bool) {
    self.fields = fields
    self.assumed = assumed
    self.isFirst = isFirst
  }
}
