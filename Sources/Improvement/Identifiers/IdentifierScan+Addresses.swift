/// E-mail, web and network addresses.
extension IdentifierScan {
  mutating func findAddresses() {
    findEmails()
    findWebAddresses()
    findNetworkAddresses()
  }

  private mutating func findEmails() {
    for index in text.signs.indices where text[index] == UInt8(ascii: "@") {
      var start = index
      while start > 0, Self.isLocalPart(text[start - 1]) { start -= 1 }
      var end = index + 1
      while Self.isHost(text[end]) { end += 1 }
      while end > index, text[end - 1] == 46 || text[end - 1] == 45 { end -= 1 }
      let host = text.text(index + 1..<max(index + 1, end))
      guard start < index, host.contains("."), !host.hasPrefix(".") else { continue }
      report(.email, start..<end)
    }
  }

  private static func isLocalPart(_ sign: UInt8) -> Bool {
    ScannedText.isLetterOrDigit(sign) || [46, 95, 37, 43, 45, 39].contains(sign)
  }

  private static func isHost(_ sign: UInt8) -> Bool {
    ScannedText.isLetterOrDigit(sign) || sign == 46 || sign == 45
  }

  /// Endings that are no common word of a language, so that a full stop without a space after it is
  /// no address.
  private static let endings: Set = [
    "com", "org", "net", "edu", "gov", "info", "uk", "de", "fr", "eu", "ca", "ie", "nl", "au", "nz",
    "ch", "dk", "pl", "io", "int", "health", "care", "hospital", "clinic", "blog", "app",
  ]

  /// Where what is published is looked up: such an address names a paper or a licence.
  private static let publications: Set = [
    "doi.org", "dx.doi.org", "pubmed.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov",
    "arxiv.org", "medrxiv.org", "www.medrxiv.org", "creativecommons.org", "pmc.ncbi.nlm.nih.gov",
    "europepmc.org", "www.cochranelibrary.com", "hdl.handle.net", "spdx.org",
  ]

  private mutating func findWebAddresses() {
    var index = 0
    while index < text.signs.count {
      guard Self.isHost(text[index]), index == 0 || !Self.isHost(text[index - 1]) else {
        index += 1
        continue
      }
      var end = index
      while Self.isHost(text[end]) { end += 1 }
      let hasScheme =
        text[end] == UInt8(ascii: ":") && text[end + 1] == UInt8(ascii: "/")
        && text[end + 2] == UInt8(ascii: "/")
      let hostStart = hasScheme ? end + 3 : index
      var hostEnd = hostStart
      while Self.isHost(text[hostEnd]) { hostEnd += 1 }
      while hostEnd > hostStart, text[hostEnd - 1] == 46 || text[hostEnd - 1] == 45 { hostEnd -= 1 }
      let range = index..<addressEnd(hostEnd)
      if isAddress(hostStart..<hostEnd, hasScheme: hasScheme), isFree(range) {
        if Self.publications.contains(text.text(hostStart..<hostEnd)) {
          pass(range)
        } else {
          report(.webAddress, range)
        }
      }
      index = max(end, range.upperBound)
    }
  }

  private func isAddress(_ host: Range<Int>, hasScheme: Bool) -> Bool {
    guard !host.isEmpty else { return false }
    if hasScheme { return true }
    let parts = text.text(host).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts.contains(""), let last = parts.last else { return false }
    if parts[0] == "www" { return true }
    return Self.endings.contains(String(last)) && parts.dropLast().allSatisfy { $0.count >= 2 }
  }

  /// The end of an address with its path, without the full stop of the sentence.
  private func addressEnd(_ hostEnd: Int) -> Int {
    guard [UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?")].contains(text[hostEnd]) else {
      return hostEnd
    }
    var end = hostEnd
    while end < text.signs.count, text[end] > 32, ![34, 60, 62].contains(text[end]) { end += 1 }
    while end > hostEnd, [46, 44, 59, 58, 41, 33, 63, 39].contains(text[end - 1]) { end -= 1 }
    return end
  }

  private mutating func findNetworkAddresses() {
    for group in text.digits { findDottedAddress(at: group.range.lowerBound) }
    for word in text.words { findColonAddress(at: word.range.lowerBound) }
  }

  private static let notNetwork: Set = [
    "version", "v", "release", "section", "build", "chapter", "firmware", "software", "item",
    "paragraph", "step", "clause", "ver", "update", "article", "appendix", "table",
  ]

  private mutating func findDottedAddress(at start: Int) {
    var end = start
    for part in 0..<4 {
      if part > 0 {
        guard text[end] == 46 else { return }
        end += 1
      }
      let first = end
      while ScannedText.isDigit(text[end]), end - first < 4 { end += 1 }
      guard let value = Int(text.text(first..<end)), value <= 255 else { return }
      if end - first > 1, text[first] == 48 { return }
    }
    let range = start..<end
    guard standsAlone(range), text[start - 1] != 46 else { return }
    if text[end] == 46, ScannedText.isDigit(text[end + 1]) { return }
    if let before = text.words(before: start, atMost: 1).first?.text,
      Self.notNetwork.contains(before)
    {
      return
    }
    report(.networkAddress, range)
  }

  /// An address of eight groups, or of fewer with a gap, and the address of a device.
  private mutating func findColonAddress(at start: Int) {
    guard text[start - 1] != UInt8(ascii: ":") else { return }
    var end = start
    while (97...102).contains(text[end]) || ScannedText.isDigit(text[end])
      || text[end] == UInt8(ascii: ":")
    {
      end += 1
    }
    while end > start, text[end - 1] == UInt8(ascii: ":") { end -= 1 }
    let range = start..<end
    let groups = text.text(range).split(separator: ":", omittingEmptySubsequences: false)
    let gaps = groups.count { $0.isEmpty }
    guard standsAlone(range), gaps <= 1, groups.allSatisfy({ $0.count <= 4 }) else { return }
    let isDevice = groups.count == 6 && groups.allSatisfy { $0.count == 2 }
    let isLong = groups.count == 8 && gaps == 0
    let isShort = gaps == 1 && groups.count >= 3 && groups.contains { $0.count >= 3 }
    if isDevice || isLong || isShort { report(.networkAddress, range) }
  }
}
