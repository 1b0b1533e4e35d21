import DocumentStore
import Improvement
import Insights

/// What comes back to a person: what they asked for, what became of what they gave, what fits them.
extension Collaboration {
  /// How long something counts as new, in days.
  private static let newsDays = 60

  func isNew(_ day: CalendarDate?) -> Bool {
    day.map { (0...Self.newsDays).contains(clock.today.days(since: $0)) } ?? false
  }

  func isByMe(_ resource: Resource) -> Bool {
    principal.memberID.map { resource.authors.contains($0) || resource.createdBy == $0 } ?? false
  }

  /// What this person shared.
  func ownResources() throws(CollaborationError) -> [Resource] {
    try documents(.resource, mentioning: [principal.memberID].compactMap(\.self))
      .map { Resource($0.tree) }.filter(isByMe)
  }

  /// What I asked: questions that wait, answers that came.
  func askedRows() throws(CollaborationError) -> [TodayRow] {
    guard let me = principal.memberID else { return [] }
    let asked = try notes(mentioning: [me]).filter { $0.kind == .question && $0.createdBy == me }
    let notes = try withAnswers(asked).sorted { $0.id < $1.id }
    let questions = asked
    let bodies = Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
    var rows = OpenQuestions.among(notes).filter { $0.createdBy == me }.map { question in
      TodayRow(
        kind: .news, text: "You asked \(question.excerpt)", detail: "no answer yet",
        place: question.targetId.map(shownName) ?? "", when: question.createdDay?.label ?? "",
        tone: .plain, target: Target(.note, question.id))
    }
    for note in notes where note.createdBy != me && isNew(note.createdDay) {
      guard let question = note.replyTo.flatMap({ bodies[$0] }) else { continue }
      rows.append(
        TodayRow(
          kind: .news,
          text: "\(note.createdBy.map(shownName) ?? "Somebody") answered: \(note.excerpt)",
          detail: "", place: question.targetId.map(shownName) ?? "",
          when: note.createdDay?.label ?? "", tone: .plain, target: Target(.note, note.id)))
    }
    return rows
  }

  /// What became of what I shared: where it is tried, and what was made from it, the newest first.
  ///
  /// What hundreds of sites took up is told by the newest few and how many there are besides.
  func newsRows() throws(CollaborationError) -> [TodayRow] {
    let mine = Dictionary(
      try ownResources().map { ($0.id, $0.title) }, uniquingKeysWith: { old, _ in old })
    guard !mine.isEmpty else { return [] }
    let news = try news(of: mine)
    var rows: [TodayRow] = []
    for piece in news.prefix(Self.mostNews) { rows.append(try row(piece, mine)) }
    if let next = news.dropFirst(Self.mostNews).first {
      let more = news.count - Self.mostNews
      rows.append(
        TodayRow(
          kind: .news, text: "\(more) more came of what you shared lately.", detail: "",
          place: mine[next.resource] ?? "", when: "", tone: .good,
          target: Target(.resource, next.resource)))
    }
    return rows
  }

  /// Of how many sites that took something up somebody is told one by one.
  private static let mostNews = 12

  /// Something that came of a shared resource.
  private struct PieceOfNews {
    enum What {
      case tried(Adoption)
      case madeFromIt(Resource)
    }

    var day: CalendarDate
    /// What was shared.
    var resource: DocumentID
    var what: What
  }

  /// What came of some resources lately, the newest first.
  private func news(of mine: [DocumentID: String]) throws(CollaborationError) -> [PieceOfNews] {
    var news: [PieceOfNews] = []
    for adoption in try documents(.adoption, mentioning: mine.keys).map({ Adoption($0.tree) }) {
      guard mine[adoption.resource] != nil, !principal.siteIDs.contains(adoption.site),
        let day = adoption.day(of: adoption.stage), isNew(day)
      else { continue }
      news.append(PieceOfNews(day: day, resource: adoption.resource, what: .tried(adoption)))
    }
    for child in try documents(.resource, mentioning: mine.keys).map({ Resource($0.tree) })
    where mine[child.id] == nil {
      guard let day = child.createdDay, isNew(day),
        let parent = child.derivedFrom.first(where: { mine[$0.resource] != nil })
      else { continue }
      news.append(PieceOfNews(day: day, resource: parent.resource, what: .madeFromIt(child)))
    }
    return news.enumerated().sorted { left, right in
      left.element.day == right.element.day
        ? left.offset < right.offset : left.element.day > right.element.day
    }.map(\.element)
  }

  private func row(
    _ piece: PieceOfNews, _ mine: [DocumentID: String]
  ) throws(CollaborationError) -> TodayRow {
    let title = mine[piece.resource] ?? ""
    let text: String
    let place: String
    let target: Target
    switch piece.what {
    case .tried(let adoption):
      place = name(of: adoption.site)
      let test = try firstTestWords(of: adoption)
      text = "\(place) \(adoption.stage.verb) your “\(title)”\(test)."
      target = Target(.adoption, adoption.id)
    case .madeFromIt(let child):
      place = child.site.map(name) ?? ""
      text = "“\(child.title)” was made from your “\(title)”."
      target = Target(.resource, child.id)
    }
    return TodayRow(
      kind: .news, text: text, detail: "", place: place, when: piece.day.label, tone: .good,
      target: target)
  }

  /// How the first test at a site came out, as far as it was compared with what was expected.
  private func firstTestWords(of adoption: Adoption) throws(CollaborationError) -> String {
    let linked =
      try documents(.cycle, mentioning: [adoption.id])
      + adoption.cycles.compactMap { try? document($0) }
    let first = try
      (linked
      + documents(.cycle, mentioning: adoption.resource, and: adoption.site))
      .map { Cycle($0.tree) }
      .filter { $0.changeIdeaResource == adoption.resource && $0.tests(adoption) }
      .min { ($0.begun, $0.id) < ($1.begun, $1.id) }
    let record = first.map { PredictionRecord(of: $0) } ?? PredictionRecord()
    guard record.judged > 0 else { return "" }
    return record.surprises.isEmpty
      ? "; the first test went as predicted"
      : record.asPredicted > 0
        ? "; the first test went partly as predicted" : "; the first test surprised them"
  }

  /// Among how many of the newest an idea that fits is looked for.
  private static let newestIdeas = 400
  /// How many that fit are shown, and how many where nothing fits.
  private static let (mostFitting, mostNewest) = (5, 3)

  /// Shared ideas of others that fit what a person is interested in, the newest first; where
  /// nothing fits, the newest.
  func ideaRows() throws(CollaborationError) -> [TodayRow] {
    let member = principal.memberID.flatMap { try? document($0) }.map { Member($0.tree) }
    let interests = Interests(member)
    var newest: [Resource] = []
    var fitting: [Resource] = []
    for id in try newestOfOthers(limit: Self.newestIdeas) {
      guard let resource = readable(id).map({ Resource($0.tree) }) else { continue }
      if newest.count < Self.mostNewest { newest.append(resource) }
      if interests.fit(resource.searchTexts) { fitting.append(resource) }
      let hasEnough =
        interests.isEmpty ? newest.count == Self.mostNewest : fitting.count == Self.mostFitting
      if hasEnough { break }
    }
    return (fitting.isEmpty ? newest : fitting).map { resource in
      TodayRow(
        kind: .idea, text: resource.title, detail: resource.kind.label,
        place: resource.site.map(name) ?? "", when: resource.createdDay?.label ?? "",
        tone: .plain, target: Target(.resource, resource.id))
    }
  }
}

extension AdoptionStage {
  /// What a site does with something: "St Anne is trying your checklist".
  var verb: String {
    switch self {
    case .aware: "knows of"
    case .considering: "is considering"
    case .testing: "is trying"
    case .adapted: "is trying its own version of"
    case .implemented: "now uses"
    case .sustained: "still uses"
    case .abandoned: "stopped using"
    }
  }
}
