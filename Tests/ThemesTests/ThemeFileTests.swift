import Cells
import Testing
import Themes

@Suite("Reading a theme")
struct ThemeFileTests {
  private func problems(_ text: String) -> String {
    do {
      _ = try Themes.load("own") { $0 == "own" ? text : nil }
      return ""
    } catch {
      return error.description
    }
  }

  @Test("a theme that changes only the palette is a whole theme")
  func palette() throws {
    let text = """
      {"name": "own", "inherits": "dark", "palette": {"blue": {"rgb": "#0102ff", "ansi": 4}}}
      """
    let theme = try Themes.load("own") { $0 == "own" ? text : nil }
    #expect(theme.appearance == .dark)
    #expect(
      theme.styles[.chartImprovement].foreground?.rgb == RGB(red: 1, green: 2, blue: 255))
    #expect(theme.styles[.chartConcern] == (try Themes.load("dark").styles[.chartConcern]))
  }

  @Test("a person's theme wins over a shipped one, and may build upon the one it replaces")
  func override() throws {
    let text = """
      {"name": "dark", "inherits": "dark", "roles": {"title": {"fg": "red", "italic": true}}}
      """
    let theme = try Themes.load("dark") { $0 == "dark" ? text : nil }
    #expect(theme.styles[.title].italic)
    #expect(theme.styles[.text] == (try Themes.load("dark").styles[.text]))
  }

  @Test(
    "a broken theme is told in words that say where and what to do",
    arguments: [
      ("{", "It is not valid JSON: line 1"),
      ("[]", "It should be an object in braces."),
      ("{}", "It has no name."),
      ("{\"name\": 3}", "name should be a text in quotes."),
      (
        "{\"name\": \"own\", \"roles\": {\"chart.concen\": {}}}",
        "“chart.concen” is not known in roles. Did you mean “chart.concern”?"
      ),
      (
        "{\"name\": \"own\", \"inherits\": \"default\", \"roles\": {\"title\": {\"fg\": \"bleu\"}}}",
        "roles.title names the colour “bleu”, which the palette does not have. Did you mean “blue”?"
      ),
      (
        "{\"name\": \"own\", \"palette\": {\"red\": {\"rgb\": \"red\"}}}",
        "palette.red.rgb should be a text like \"#7fb4ff\"."
      ),
      (
        "{\"name\": \"own\", \"palette\": {\"red\": {\"ansi\": 16}}}",
        "palette.red.ansi should be a whole number from 0 to 15."
      ),
      (
        "{\"name\": \"own\", \"roles\": {\"title\": {\"bold\": \"yes\"}}}",
        "roles.title.bold should be true or false."
      ),
      ("{\"name\": \"own\", \"inherits\": \"drak\"}", "There is no theme “drak”. Choose one of:"),
      ("{\"name\": \"own\", \"inherits\": \"own\"}", "It inherits itself: own → own."),
      ("{\"name\": \"own\", \"appearance\": \"dusk\"}", "appearance “dusk” is not known."),
    ])
  func broken(text: String, words: String) {
    #expect(problems(text).hasPrefix(words), "\(problems(text))")
  }

  @Test("every problem is told at once")
  func several() {
    let told = problems("{\"name\": \"own\", \"pallete\": {}, \"roles\": {\"titel\": {}}}")
    #expect(told.contains("pallete") && told.contains("titel"))
  }

  @Test("themes that inherit each other end, and say so")
  func circle() {
    let texts = [
      "a": "{\"name\": \"a\", \"inherits\": \"b\"}", "b": "{\"name\": \"b\", \"inherits\": \"a\"}",
    ]
    let (theme, problems) = Themes.loadOrDefault("a") { texts[$0] }
    #expect(theme.name == "default")
    #expect(problems?.description.hasPrefix("It inherits itself: a → b → a.") == true)
  }
}
