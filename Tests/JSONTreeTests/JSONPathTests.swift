import JSONTree
import Testing

@Suite struct JSONPathTests {
  @Test("a path reads through objects and arrays, and nil where the way ends")
  func reading() {
    let tree: JSON = ["plan": ["predictions": [["result": "yes"], ["result": "no"]]]]
    #expect(tree["plan.predictions.1.result" as JSONPath]?.string == "no")
    #expect(tree["plan.predictions.2.result" as JSONPath] == nil)
    #expect(tree["plan.predictions.-1" as JSONPath] == nil)
    #expect(tree["plan.predictions.x" as JSONPath] == nil)
    #expect(tree["plan.predictions.1.result.deeper" as JSONPath] == nil)
    #expect(tree["" as JSONPath] == tree)
  }

  @Test("setting makes the objects on the way and keeps their neighbours")
  func setting() {
    var tree: JSON = ["a": ["kept": 1]]
    tree["a.b.c" as JSONPath] = "new"
    #expect(tree == ["a": ["kept": 1, "b": ["c": "new"]]])
  }

  @Test("setting nil removes the field and the objects it leaves empty")
  func removing() {
    var tree: JSON = ["a": ["b": ["c": 1]], "d": 2]
    tree["a.b.c" as JSONPath] = nil
    #expect(tree == ["d": 2])
    tree["x.y.z" as JSONPath] = nil
    #expect(tree == ["d": 2])
  }

  @Test("a position behind an array's end appends, one further out does nothing")
  func appending() {
    var tree: JSON = ["list": [1]]
    tree["list.1" as JSONPath] = 2
    #expect(tree == ["list": [1, 2]])
    tree["list.5" as JSONPath] = 9
    #expect(tree == ["list": [1, 2]])
    tree["list.2.name" as JSONPath] = "x"
    #expect(tree == ["list": [1, 2, ["name": "x"]]])
    tree["list.0" as JSONPath] = nil
    #expect(tree == ["list": [2, ["name": "x"]]])
  }

  @Test("setting nil on what an array's end would hold leaves the array alone")
  func removingNothing() {
    var tree: JSON = ["list": [1]]
    tree["list.1" as JSONPath] = nil
    tree["list.1.name" as JSONPath] = nil
    #expect(tree == ["list": [1]])
  }

  @Test("an explicit null is not a field that is missing")
  func explicitNull() {
    var tree: JSON = ["a": .null]
    #expect(tree["a"] == .some(.null))
    #expect(tree["b"] == nil)
    tree["b"] = .some(.null)
    #expect(tree.object?.keys == ["a", "b"])
  }

  @Test("a path comes back from its text")
  func text() {
    for text in ["", "a", "a.b.0", "a..b", "."] {
      #expect(JSONPath(text).description == text)
    }
    #expect(JSONPath("a").appending("b").appending(3) == "a.b.3")
  }
}
