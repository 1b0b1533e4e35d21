extension SearchText {
  /// The folded letters as text, where they stand for a word by themselves.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
