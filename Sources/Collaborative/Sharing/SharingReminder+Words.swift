import Improvement

extension SharingReminder {
  /// The place between marks, with a few words around it: `…Ring ▸07700 900123◂ before…`.
  public var marked: String {
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: identifier.range.lowerBound)
    let end = bytes.index(start, offsetBy: identifier.range.count)
    let before = Self.oneLine(text[..<start])
    let after = Self.oneLine(text[end...])
    let reach = 24
    let head = before.count > reach ? "…" + before.suffix(reach) : before
    let tail = after.count > reach ? after.prefix(reach) + "…" : after
    return "\(head)▸\(excerpt)◂\(tail)"
  }

  private static func oneLine(_ text: Substring) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// Such as `▸07700 900123◂ looks like a phone number`, for beside its field.
  public var words: String {
    "▸\(excerpt)◂ looks like \(identifier.kind.label): \(identifier.kind.mending)"
  }
}

extension CollaborationError {
  static func sharing(
    _ type: DocumentType, _ visibility: Visibility?, _ reminders: [SharingReminder]
  ) -> String {
    let shown = reminders.prefix(3).map { reminder in
      "\(reminder.path): “\(reminder.marked)” looks like \(reminder.identifier.kind.label)"
    }
    let more = reminders.count > 3 ? "; and \(reminders.count - 3) more" : ""
    let who = visibility == .public ? "anyone" : "everyone in the network"
    return "not saved, because \(who) would read it: \(shown.joined(separator: "; "))\(more). "
      + "Take it out, or keep it with a reason for the journal: --share-anyway REASON "
      + "(\"shareAnyway\" in apply)"
  }
}
