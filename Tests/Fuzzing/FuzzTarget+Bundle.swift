import Exchange

extension FuzzTarget {
  /// What is read as a bundle of resources is read again from either way of writing it.
  static func bundleFinding(in bytes: [UInt8]) -> String? {
    guard let bundle = try? BundleFile.read(bytes) else { return nil }
    if (try? BundleFile.read(Array(BundleFile.json(bundle).utf8))) != bundle {
      return "a bundle that does not come back from JSON"
    }
    if (try? BundleFile.read(Array(BundleFile.markdown(bundle).utf8))) != bundle {
      return "a bundle that does not come back from Markdown"
    }
    return nil
  }
}
