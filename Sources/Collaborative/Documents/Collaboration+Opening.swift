import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Opens a store for someone.
  ///
  /// - Parameters:
  ///   - loginAsked: the login someone named; it must be a member's.
  ///   - unixLogin: the operating system's user, who is a member or else a visitor.
  ///   - soonNeeded: what will be asked for next; it is looked at while it is found out who asks.
  ///     Most of the time up to a first screen goes by looking at folders, which two threads do
  ///     sooner.
  ///   - believes: whether what was kept for the next opening is good enough for a first screen; whoever
  ///     says so calls `verifyBelieved()` soon. Who somebody is and what they may do is
  ///     never taken from there.
  public static func open(
    path: String, loginAsked: String? = nil, unixLogin: String, clock: Clock = .live,
    soonNeeded: [DocumentType] = [], believes: Bool = false
  ) throws(CollaborationError) -> Collaboration {
    let store = try openStore(path, soonNeeded: soonNeeded, believes: believes)
    return try Collaboration(
      store: store, loginAsked: loginAsked, unixLogin: unixLogin, clock: clock)
  }

  /// Opens a store for somebody who only looks after it and is taken for no member of it.
  public static func open(
    path: String, asVisitor login: String, clock: Clock = .live
  ) throws(CollaborationError) -> Collaboration {
    Collaboration(
      store: try openStore(path, soonNeeded: [], believes: false), clock: clock,
      authority: Authority(.visitor(login: login)))
  }

  static func openStore(
    _ path: String, soonNeeded: [DocumentType], believes: Bool
  ) throws(CollaborationError) -> DocumentStore {
    let store = try attempt { () throws(StoreError) in
      try DocumentStore.open(at: path, schemas: DocumentType.schemas)
    }
    if believes {
      let types = DocumentType.allCases.filter { $0 != .member }.map(\.rawValue)
      try attempt { () throws(StoreError) in try store.believeSnapshots(of: types) }
    }
    if !soonNeeded.isEmpty {
      SystemThread.run {
        for type in soonNeeded { _ = try? store.prepare(type.rawValue) }
      }
    }
    return store
  }

  /// Asks the disk about everything that was believed when the store was opened.
  ///
  /// - Returns: whether something is not as it was believed to be.
  @discardableResult
  public func verifyBelieved() throws(CollaborationError) -> Bool {
    try attempt { () throws(StoreError) in try store.verifyBelieved() }
  }

  /// Looks at an open store as someone.
  public init(
    store: DocumentStore, loginAsked: String? = nil, unixLogin: String, clock: Clock = .live
  ) throws(CollaborationError) {
    let principal = try Self.principal(
      in: store, loginAsked: loginAsked, unixLogin: unixLogin, today: clock.today)
    self.init(store: store, clock: clock, authority: Authority(principal))
  }

  /// Makes an empty store, with whoever makes it as its first member and steward.
  public static func create(
    path: String, name: String, unixLogin: String, clock: Clock = .live
  ) throws(CollaborationError) -> Collaboration {
    let now = clock.now()
    let store = try attempt { () throws(StoreError) in
      try DocumentStore.create(
        at: path, schemas: DocumentType.schemas, fields: ["name": .string(name)], at: now)
    }
    let steward = ULID().text
    let founder = Collaboration(
      store: store, clock: clock,
      authority: Authority(
        Principal(
          login: unixLogin, memberID: steward, name: unixLogin, role: .steward, siteIDs: [],
          siteCodes: [], coachedSiteIDs: [], perspective: .staff, source: .login),
        isFounder: true))
    var member = founder.newDocument(.member, id: steward)
    member["name"] = .string(unixLogin)
    member["login"] = .string(unixLogin)
    member["networkRole"] = .string(NetworkRole.steward.rawValue)
    member["perspective"] = .string(Perspective.staff.rawValue)
    var network = founder.newDocument(.network, id: ULID().text)
    network["name"] = .string(name)
    try founder.checkSound(member, .member)
    try founder.checkSound(network, .network)
    _ = try founder.commit([.add(member), .add(network)], verb: "add:network")
    return try Collaboration(store: store, unixLogin: unixLogin, clock: clock)
  }

  private static func principal(
    in store: DocumentStore, loginAsked: String?, unixLogin: String, today: CalendarDate
  ) throws(CollaborationError) -> Principal {
    let isSure = loginAsked != nil ? true : try member(unixLogin, in: store) != nil
    let sample = isSure ? nil : sampleLogin(store)
    let login = loginAsked ?? sample ?? unixLogin
    guard let found = try member(login, in: store) else {
      guard loginAsked != nil else { return .visitor(login: login) }
      try requireReadableMembers(of: store, for: login)
      let members = try attempt { () throws(StoreError) in try store.documents(ofType: "member") }
      let logins = members.compactMap { $0.tree["login"]?.string }
      throw .noSuchMember(login: login, suggestions: Similarity.closest(to: login, in: logins))
    }
    if let source = absence(of: found, on: today) { return .visitor(login: login, source: source) }
    let source: Principal.Source =
      sample != nil ? .sample : loginAsked == nil ? .login : .asked
    return Self.principal(found, login: login, source: source, in: store)
  }

  /// The member as whom a synthetic store shows itself; never of a store with real people in it.
  private static func sampleLogin(_ store: DocumentStore) -> String? {
    let about = store.about
    return about["synthetic"]?.bool == true ? about["demoLogin"]?.string : nil
  }
}

/// Does something with the store; its errors are ours.
func attempt<Value>(
  _ body: () throws(StoreError) -> Value
) throws(CollaborationError) -> Value {
  do throws(StoreError) { return try body() } catch { throw .store(error) }
}
