import Improvement

extension Collaboration {
  /// A plain summary; where it is not plain, what would help.
  func plainLines(_ summary: String?) -> [PageLine] {
    guard let summary else { return [] }
    let hint = ReadingLevel(summary).flatMap { $0.ease == .easy ? nil : $0.description }
    return [.paragraph(summary)] + (hint.map { [.paragraph($0, tone: .quiet)] } ?? [])
  }
}
