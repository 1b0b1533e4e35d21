/// A program at work for a writer, and when it is to be killed.
struct Attempt {
  let conversation: Conversation
  /// What it was asked for and has not answered, in that order.
  var asked: [Change]
  /// How many lines it was asked in all.
  var lines = 0
  /// Whether it is `huddle apply`, else a command of its own.
  let isStreaming: Bool
  /// Nil for one that may run to its end.
  let doomed: Moment?

  var busy: Set<String> { Set(asked.flatMap { $0.effects.map(\.key) }) }
}
