import Improvement

@testable import Collaborative

/// Who may do what, as people would write it down; the tests hold the store against it.
enum RightsExpected {
  /// How far a role may write: `-` nowhere, `o` what they wrote themselves, `s` that and what belongs
  /// to their sites (a coach's are those that name them), `*` everywhere. First what is added, where
  /// `o` needs no site; then what is changed, removed, brought back or given numbers.
  private static let writing = """
    type        visitor  participant  lead  coach  steward
    network     - -      - -          - -   - -    * *
    site        - -      - -          - s   * s    * *
    member      - -      - o          - o   - o    * *
    project     - -      - -          s s   s s    * *
    measure     - -      - -          s s   s s    * *
    series      - -      - -          s s   s s    * *
    cycle       - -      s s          s s   s s    * *
    resource    - -      o o          o s   o s    * *
    adoption    - -      s s          s s   s s    * *
    need        - -      o o          o s   o s    * *
    offer       - -      o o          o s   o s    * *
    note        - -      o o          o o   o s    * *
    hypothesis  - -      o o          o o   o o    * *
    """

  /// Where a document stands, seen from whoever asks: `own` they wrote it, `home` it belongs to a
  /// site of theirs, `away` neither.
  private static let reading = """
    visibility  visitor  participant  lead       coach      steward
    private     -        own          own        own        own
    team        -        own,home     own,home   own,home   own,home,away
    network     away     own,home,away own,home,away own,home,away own,home,away
    public      away     own,home,away own,home,away own,home,away own,home,away
    """

  static let roles: [Role] = [.visitor, .participant, .lead, .coach, .steward]

  /// An event is no document of the store: it stands in the journal.
  static let types = DocumentType.allCases.filter { $0 != .event }

  enum Place: String, CaseIterable, Sendable { case own, home, away }

  static func mayRead(_ role: Role, _ visibility: Visibility, _ place: Place) -> Bool {
    let cell = cells(of: visibility.rawValue, in: reading)[column(role)]
    return cell.split(separator: ",").contains { $0 == place.rawValue }
  }

  static func mayAdd(_ role: Role, _ type: DocumentType, _ place: Place) -> Bool {
    let reach = cells(of: type.rawValue, in: writing)[column(role) * 2]
    return reach == "*" || reach == "o" || reach == "s" && place == .home
  }

  /// Nobody but its author changes what is private.
  static func mayChange(
    _ role: Role, _ type: DocumentType, _ visibility: Visibility, _ place: Place
  ) -> Bool {
    guard mayRead(role, visibility, place) else { return false }
    let reach = cells(of: type.rawValue, in: writing)[column(role) * 2 + 1]
    // A document about nobody's site is at home nowhere.
    let isAtHome = place == .home && !type.isPlaceless
    return reach == "*" || place == .own && reach != "-" || isAtHome && reach == "s"
  }

  static func mayWithdraw(_ role: Role, _ visibility: Visibility, _ place: Place) -> Bool {
    guard mayRead(role, visibility, place), role != .visitor else { return false }
    return role == .steward || place == .own
  }

  static func mayNote(_ role: Role, _ visibility: Visibility, _ place: Place) -> Bool {
    role != .visitor && mayRead(role, visibility, place)
  }

  private static func column(_ role: Role) -> Int { roles.firstIndex(of: role) ?? 0 }

  private static func cells(of name: String, in table: String) -> [Substring] {
    let lines = table.split(separator: "\n").map { $0.split(separator: " ") }
    let line = lines.first { $0.first == name[...] } ?? []
    return Array(line.dropFirst())
  }
}

extension DocumentType {
  /// Whether documents of the type say nothing of a site, a project or a team.
  var isPlaceless: Bool {
    switch self {
    case .network, .member, .hypothesis, .event: true
    default: false
    }
  }
}
