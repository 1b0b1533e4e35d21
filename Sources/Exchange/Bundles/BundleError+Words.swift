extension BundleError: CustomStringConvertible {
  /// What is wrong, where, and what to do now, in one line.
  public var description: String {
    switch self {
    case .json(let error): "\(error)"
    case .bundle(let problem): "\(problem)"
    case .notUTF8: "the file is not UTF-8; save it as UTF-8 and try again"
    case .noFrontMatter:
      "the file is neither a JSON bundle nor Markdown with front matter; begin it with a line ---, "
        + "then huddle: resource, title: … and kind: …, then a line ---"
    case .unclosedFrontMatter(let line):
      "line \(line): the front matter that begins here never ends; close it with a line ---"
    case .notAField(let line, let text):
      "line \(line): “\(text.count > 60 ? text.prefix(59) + "…" : text[...])” is no field; write "
        + "name: value"
    }
  }
}
