import Collaborative
import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("Reports as HTML") struct HTMLReportTests {
  @Test("whatever people wrote, the page has the same elements and attributes as with plain words")
  func hostile() {
    // What depends on how long a text is and how many lines it has.
    let flowing: Set<String> = ["p", "br", "wbr", "div", "text"]
    func shape(_ scan: HTMLScan) -> [String] {
      scan.tags.filter { !flowing.contains($0.name) }
        .map { "\($0.name) \($0.attributes.keys.sorted())" }
    }
    let plain = shape(HTMLScan(HTMLReport(.filled { "word" }).text))
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let scan = HTMLScan(HTMLReport(.filled { "a" + HostileText.next(&generator) }).text)
      #expect(scan.problems.isEmpty, "seed \(seed): \(scan.problems)")
      #expect(shape(scan) == plain, "seed \(seed)")
    }
  }

  @Test("no text commands, hides or turns round what follows it")
  func controls() {
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let html = HTMLReport(.filled { HostileText.next(&generator) }).text
      #expect(!html.lowercased().contains("<script"))
      let bad = html.unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && scalar != "\n") || (0x7F..<0xA0).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          || (0xE0000...0xE007F).contains(scalar.value)
      }
      #expect(bad.isEmpty, "seed \(seed): \(bad)")
    }
  }

  @Test("what is written is read again, entities and all")
  func kept() {
    let html = HTMLReport(Report(title: "5 < 6 & \"so\" > 'on'")).text
    #expect(html.contains("<title>5 &lt; 6 &amp; &quot;so&quot; &gt; &#39;on&#39;</title>"))
  }

  @Test("a word of any length has places to break at, and no break where tags can't stand")
  func longWords() {
    let word = String(repeating: "x", count: 60_000)
    let html = HTMLReport(
      Report(title: word, sections: [ReportSection("h", [.paragraph(word)])])
    ).text
    let scan = HTMLScan(html)
    #expect(scan.problems.isEmpty)
    #expect(scan.texts.allSatisfy { $0.count <= 60 || !$0.contains("xxx") || $0 == word })
    #expect(scan.texts.count { $0 == word } == 1, "the title has no breaks")
  }

  @Test("nothing is fetched: no address, no image, no style from elsewhere")
  func alone() throws {
    let html = HTMLReport(try DemoReports.project()).text
    let scan = HTMLScan(html)
    for tag in scan.tags {
      #expect(!["link", "img", "script", "iframe", "object", "image", "use"].contains(tag.name))
      for (name, value) in tag.attributes where ["href", "src", "style", "data"].contains(name) {
        #expect(value.hasPrefix("#"), "<\(tag.name) \(name)=\(value)>")
      }
    }
    #expect(!html.contains("url(") && !html.contains("@import"))
  }

  @Test("a screen reader finds a language, landmarks, headings in order, headers and named images")
  func accessible() throws {
    let scan = HTMLScan(HTMLReport(try DemoReports.project()).text)
    #expect(scan.problems.isEmpty, "\(scan.problems)")
    #expect(scan.tags.first == .init(name: "html", attributes: ["lang": "en-GB"]))
    for landmark in ["header", "nav", "main", "footer"] {
      #expect(scan.tags.count { $0.name == landmark } == 1, "\(landmark)")
    }
    var level = 0
    for tag in scan.tags where tag.name.count == 2 && tag.name.hasPrefix("h") {
      guard let next = Int(tag.name.dropFirst()) else { continue }
      #expect(next <= level + 1, "h\(next) after h\(level)")
      level = next
    }
    #expect(scan.tags.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    #expect(scan.tags.count { $0.name == "table" } == scan.tags.count { $0.name == "caption" })
    let ids = scan.tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "an id stands twice")
    let pictures = scan.tags.filter { $0.name == "svg" }
    #expect(pictures.count >= 3)
    for picture in pictures {
      #expect(picture.attributes["role"] == "img")
      for name in ["aria-labelledby", "aria-describedby"] {
        #expect(picture.attributes[name].map(ids.contains) ?? false, "\(name)")
      }
    }
    for tag in scan.tags {
      for name in ["aria-labelledby", "aria-describedby"] {
        #expect(tag.attributes[name].map(ids.contains) ?? true)
      }
      if let href = tag.attributes["href"] { #expect(ids.contains(String(href.dropFirst()))) }
    }
  }

  @Test("the colours of text keep a contrast of 4.5 to 1 on their grounds, light, dark and printed")
  func contrast() throws {
    let schemes = HTMLReport.colours
    #expect(schemes.count == 3)
    for (name, colours) in schemes {
      for text in ["text", "quiet", "accent", "advice"] {
        for ground in ["ground", "band"] {
          let ratio = try Luminance.contrast(
            #require(colours[text]), #require(colours[ground]))
          #expect(ratio >= 4.5, "\(name): \(text) on \(ground) has \(ratio)")
        }
      }
    }
  }

  @Test("the sample project's page is as it was looked at")
  func golden() throws {
    expectGolden(HTMLReport(try DemoReports.project()).text, named: "project-html")
  }
}

/// How bright a colour is to the eye (WCAG 2.2, definition of relative luminance).
private enum Luminance {
  static func contrast(_ one: String, _ other: String) throws -> Double {
    let (light, dark) = try (of(one), of(other))
    return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
  }

  private static func of(_ colour: String) throws -> Double {
    var digits = colour.dropFirst()
    if digits.count == 3 { digits = Substring(digits.map { "\($0)\($0)" }.joined()) }
    let number = try #require(Int(digits, radix: 16))
    let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
