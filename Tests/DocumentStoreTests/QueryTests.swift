import DocumentStore
import JSONTree
import Testing

@Suite struct QueryTests {
  private func filled() throws -> (Scratch, DocumentStore) {
    let scratch = Scratch()
    let store = try scratch.create()
    let names = ["Zoë", "ada", "Émile", "Bob", "Ödön", "bea"]
    try store.commit(
      Transaction(
        names.enumerated().map { index, name in
          .add(
            Scratch.member(
              index, name: name,
              more: [
                ("age", JSON(30 + index % 3)), ("skills", [.string("sk\(index % 2)"), "SEWING"]),
              ]))
        }, verb: "add", by: "a", at: Scratch.noon))
    return (scratch, store)
  }

  private func names(_ page: Page) -> [String] { page.rows.compactMap { $0.tree["name"]?.string } }

  @Test("a query without more is all documents of a type in the order of ids")
  func all() throws {
    let (scratch, store) = try filled()
    let page = try store.query(Query(type: "member"))
    #expect(page.rows.map(\.id) == (0..<6).map(Scratch.id))
    #expect(page.total == 6)
    #expect(page.generation == store.generation)
    #expect(throws: StoreError.noSuchType("ghost")) { try store.query(Query(type: "ghost")) }
    _ = scratch
  }

  @Test("a window shows a part and knows the total, wherever it stands")
  func windows() throws {
    let (scratch, store) = try filled()
    for (offset, limit, expected) in [
      (0, 2, 0..<2), (4, 10, 4..<6), (6, 5, 6..<6), (99, 5, 6..<6), (-3, 2, 0..<2), (2, 0, 2..<2),
      (3, -1, 3..<3), (1, .max, 1..<6),
    ] {
      let page = try store.query(Query(type: "member", offset: offset, limit: limit))
      #expect(page.rows.map(\.id) == expected.map(Scratch.id))
      #expect(page.total == 6)
    }
    _ = scratch
  }

  @Test("texts sort without regard to case and accents, numbers as numbers, ids decide last")
  func sorting() throws {
    let (scratch, store) = try filled()
    let byName = try store.query(Query(type: "member", sort: [.init("name")]))
    #expect(names(byName) == ["ada", "bea", "Bob", "Émile", "Ödön", "Zoë"])
    let both = try store.query(
      Query(type: "member", sort: [.init("age", isDescending: true), .init("name")]))
    #expect(names(both) == ["bea", "Émile", "ada", "Ödön", "Bob", "Zoë"])
    let missing = try store.query(
      Query(type: "member", sort: [.init("nothing", isDescending: true)]))
    #expect(missing.rows.map(\.id) == (0..<6).map(Scratch.id))
    _ = scratch
  }

  @Test("filters are data")
  func filters() throws {
    let (scratch, store) = try filled()
    let cases: [(Filter, [Int])] = [
      (.all, [0, 1, 2, 3, 4, 5]), (.equals("age", 31), [1, 4]),
      (.equals("none", .null), [0, 1, 2, 3, 4, 5]),
      (.contains("name", "B"), [3, 5]), (.contains("name", "odo"), [4]),
      (.contains("skills", "sew"), [0, 1, 2, 3, 4, 5]), (.includes("skills", "sk1"), [1, 3, 5]),
      (.and([.equals("age", 31), .includes("skills", "sk1")]), [1]),
      (.or([.equals("age", 31), .includes("skills", "sk1")]), [1, 3, 4, 5]),
      (.not(.equals("age", 31)), [0, 2, 3, 5]), (.and([]), [0, 1, 2, 3, 4, 5]), (.or([]), []),
      (.matches { $0.id == Scratch.id(2) }, [2]),
    ]
    for (filter, expected) in cases {
      let page = try store.query(Query(type: "member", filter: filter))
      #expect(page.rows.map(\.id) == expected.map(Scratch.id))
    }
    _ = scratch
  }

  @Test("all words must be found in the searchable fields, without regard to case and accents")
  func searching() throws {
    let (scratch, store) = try filled()
    let cases: [(String, [Int])] = [
      ("emile", [2]), ("ÉMILE", [2]), ("e\u{301}mile", [2]), ("odon sewing", [4]),
      ("  sewing\tSK1 ", [1, 3, 5]), ("sewing nothing", []), ("", [0, 1, 2, 3, 4, 5]),
      ("member", []),
    ]
    for (words, expected) in cases {
      let page = try store.query(Query(type: "member", words: words))
      #expect(page.rows.map(\.id) == expected.map(Scratch.id), "\(words)")
    }
    _ = scratch
  }
}

@Suite struct SearchTextTests {
  @Test("folding takes case and accents away and leaves other scripts readable")
  func folding() {
    for (text, part) in [
      ("Straße", "STRASSE"), ("Ærø", "aero"), ("Łódź", "lodz"), ("Œuvre", "oeuvre"),
      ("Þór", "thor"), ("Việt Nam", "viet nam"), ("İstanbul", "istanbul"), ("naïve", "NAIVE"),
      ("ДОМ", "дом"), ("日本語", "本"), ("Şişli", "sisli"), ("đặt", "dat"), ("x", ""),
    ] {
      #expect(SearchText(text).contains(part), "\(text)")
    }
    #expect(!SearchText("abc").contains("abcd"))
    #expect(!SearchText("").contains("a"))
    #expect(SearchText("aab").contains("ab"))
  }

  @Test("no scalar of the folded blocks reads beyond a table")
  func everyScalar() throws {
    for value in UInt32(0)...0x2000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      _ = SearchText(String(Character(scalar)))
    }
  }
}
