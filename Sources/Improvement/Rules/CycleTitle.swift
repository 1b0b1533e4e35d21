/// A title for a cycle whose author typed none.
public enum CycleTitle {
  /// The first words of the objective, at most 60 letters, cut between words.
  public static func derived(fromObjective objective: String) -> String {
    let words = objective.split(whereSeparator: \.isWhitespace)
    var title = ""
    for word in words {
      let longer = title.isEmpty ? String(word) : "\(title) \(word)"
      if longer.count > 60 {
        return title.isEmpty ? String(word.prefix(59)) + "…" : title + " …"
      }
      title = longer
    }
    return title
  }
}
