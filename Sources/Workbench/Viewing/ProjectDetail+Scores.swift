import Cells
import Collaborative
import ControlCharts
import Improvement
import Plots

extension ProjectDetail {
  /// Team and coach side by side, what speaks for and against, and every score with its reasons.
  func scoreLines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
    var lines: [StyledLine] = []
    for kind in [ProgressRater.`self`, .coach] {
      lines += ratingLines(kind, columns, glyphs)
    }
    if let gap { lines += ["", StyledLine(gap.words, gap.size >= 1 ? .warning : .text)] }
    lines += ["", StyledLine("What the documents show", .heading)] + evidenceLines(columns, glyphs)
    guard !ratings.isEmpty else {
      return lines + ["", "Nobody has set a score yet. s sets one, with what each score means."]
    }
    lines += ["", StyledLine("History", .heading)]
    for rating in ratings {
      let who = rating.kind == .coach ? "coach" : "team"
      let head = [rating.date?.label ?? "no day", who, rating.rater].filter { !$0.isEmpty }
      lines.append(
        StyledLine(head.joined(separator: " \(glyphs.separator) "), .label)
          + StyledLine("  \(NumberText.short(rating.score))", .strong)
          + StyledLine("  \(ProgressAnchor.anchor(for: rating.score)?.title ?? "")"))
      if let why = rating.why { lines += hanging(why, .text, 2, columns, glyphs) }
      if let next = rating.suggestion {
        lines += hanging("Next: \(next)", .dim, 2, columns, glyphs)
      }
    }
    return lines
  }

  /// A text on lines that all begin in the same column.
  private func hanging(
    _ text: String, _ role: Role, _ indent: Int, _ columns: Int, _ glyphs: Glyphs
  ) -> [StyledLine] {
    TextWrap.lines(text, width: max(8, columns - indent), glyphs: glyphs)
      .map { StyledLine(String(repeating: " ", count: indent) + $0, role) }
  }

  private func ratingLines(
    _ kind: ProgressRater, _ columns: Int, _ glyphs: Glyphs
  ) -> [StyledLine] {
    let name = TextWidth.padded(
      kind == .coach ? "The coach" : "The team", to: 11, glyphs: glyphs)
    guard let latest = latest(kind) else {
      return [StyledLine(name, .label) + StyledLine("no score yet", .dim)]
    }
    let anchor = ProgressAnchor.anchor(for: latest.score)
    let past = ratings.filter { $0.kind == kind }.reversed().map(\.score)
    return [
      StyledLine(name, .label)
        + StyledLine(
          TextWidth.padded(NumberText.short(latest.score), to: 5, glyphs: glyphs), .strong)
        + StyledLine(ScoreSteps.text(past, glyphs: glyphs), .accent)
        + StyledLine("  \(anchor?.title ?? "") \(glyphs.separator) \(latest.date?.label ?? "")")
    ] + hanging(anchor?.text ?? "", .dim, 11, columns, glyphs)
  }

  /// Each fact with the score whose anchor asks for it; never a score.
  private func evidenceLines(_ columns: Int, _ glyphs: Glyphs) -> [StyledLine] {
    evidence.facts.flatMap { fact in
      let mark = fact.holds ? "for     " : "against "
      let score = TextWidth.padded("from \(NumberText.short(fact.score))", to: 8, glyphs: glyphs)
      let head =
        StyledLine("  \(mark)", fact.holds ? .success : .warning) + StyledLine("\(score)  ", .label)
      let indent = head.columns(glyphs: glyphs)
      let texts = TextWrap.lines(fact.text, width: max(8, columns - indent), glyphs: glyphs)
      return texts.enumerated().map { index, text in
        (index == 0 ? head : StyledLine(String(repeating: " ", count: indent))) + StyledLine(text)
      }
    } + [StyledLine("  People set the score; huddle never does.", .dim)]
  }
}

/// Scores one after another as steps of a stair: ordinal, so never averaged and never joined.
enum ScoreSteps {
  /// The newest twelve; 0.5 is the lowest step and 5 the highest.
  static func text(_ scores: [Double], glyphs: Glyphs) -> String {
    scores.suffix(12).reduce(into: "") { text, score in
      let level = Int(((min(max(score, 0.5), 5) - 0.5) / 4.5 * 7).rounded())
      text += Sparkline.levels(glyphs)[level]
    }
  }
}
