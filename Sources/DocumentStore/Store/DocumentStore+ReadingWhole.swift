extension DocumentStore {
  /// How often something is read before what was read last is taken.
  private static let mostReadings = 5

  /// What `body` makes of what it reads, with nothing that was committed in the midst of its reading:
  /// one part of a transaction's documents as they were before it, another as they are behind it.
  ///
  /// Readers take no lock. Where something was committed meanwhile, they read once more, and only
  /// what changed comes from the disk again; where others never rest, they take the fifth reading.
  /// - Parameter body: reads, and changes nothing; may be called several times.
  public func whole<Value, Failure: Error>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    for _ in 1..<Self.mostReadings {
      let read = Result { () throws(Failure) in try body() }
      guard (try? followJournal()) == true else { return try read.get() }
    }
    return try body()
  }
}
