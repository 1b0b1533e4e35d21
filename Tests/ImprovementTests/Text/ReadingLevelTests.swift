import Improvement
import TestSupport
import Testing

@Suite("How easily a text is read")
struct ReadingLevelTests {
  @Test("Ten words in two sentences, three of them long, make 5 and 30")
  func counted() throws {
    let level = try #require(
      ReadingLevel("Warming patients helps them heal. Give blankets to any patient."))
    #expect(level.sentenceLength == 5)
    #expect(level.longWords == 0.4)
    #expect(level.lix == 45)
    #expect(level.ease == .newspaper)
  }

  @Test(
    "Each level is said in words, with what would help",
    arguments: [
      ("Give each one a warm rug. Ask if they feel cold, and write it down.", "easy to read"),
      (
        "Warming patients helps them heal. Give blankets to any patient.", "reads like a newspaper"
      ),
      (
        "Perioperative normothermia considerably reduces postoperative complications. "
          + "Implementation requires multidisciplinary coordination.",
        "hard to read: shorter words would help"
      ),
      (
        "We ask that you come to the ward on the day that you have been told to come and that you "
          + "then wait in the room at the end of the hall until one of us has the time to see you "
          + "and to tell you what will be done and when you may go home to rest",
        "hard to read: shorter sentences would help"
      ),
    ])
  func words(text: String, said: String) throws {
    #expect(try #require(ReadingLevel(text)).description == said)
  }

  @Test("It says nothing of a few words, of none, and of scripts that do not part their words")
  func silent() {
    #expect(ReadingLevel("") == nil)
    #expect(ReadingLevel("… !? ...") == nil)
    #expect(ReadingLevel("A warm blanket for everybody") == nil)
    #expect(ReadingLevel("手术前为每位患者提供温暖的毯子，并询问他们是否感到寒冷。") == nil)
  }

  @Test("Other languages are counted the same way")
  func languages() throws {
    let german = try #require(
      ReadingLevel("Wir geben jedem eine warme Decke. Wir fragen, ob ihm kalt ist."))
    #expect(german.ease == .easy)
    let arabic = try #require(ReadingLevel("نعطي كل مريض بطانية دافئة. هل تشعر بالبرد الآن؟"))
    #expect(arabic.sentenceLength == 4.5)
  }

  @Test("Any text has a level between nothing and a number, and a text said twice has the same one")
  func properties() {
    var random = SeededGenerator(seed: 5)
    let words = ["a", "warm", "blanket", "operation", "…", ".", "\n", "’", "é"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<60, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      guard let once = ReadingLevel(text + "."), let twice = ReadingLevel("\(text). \(text).")
      else { continue }
      #expect(once.lix.isFinite)
      #expect(once.longWords <= 1)
      #expect(twice.longWords == once.longWords)
    }
  }
}
