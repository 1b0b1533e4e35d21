import Collaborative
import JSONTree

/// A bundle of resources as a file: JSON, or Markdown with front matter.
public enum BundleFile {
  /// Reads either; what begins with a brace is JSON.
  ///
  /// Complexity: O(n).
  public static func read(_ bytes: [UInt8]) throws(BundleError) -> ResourceBundle {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let documents: [JSON]
    if first == UInt8(ascii: "{") {
      documents = try documentsOfJSON(bytes)
    } else {
      guard String(validating: bytes[start...], as: UTF8.self) != nil else { throw .notUTF8 }
      documents = try MarkdownBundle.documents(Array(bytes[start...]))
    }
    do throws(BundleProblem) {
      return try ResourceBundle(documents)
    } catch {
      throw .bundle(error)
    }
  }

  private static func documentsOfJSON(_ bytes: [UInt8]) throws(BundleError) -> [JSON] {
    let tree: JSON
    do throws(JSONError) {
      tree = try JSON.parse(bytes, limits: .file)
    } catch {
      throw .json(error)
    }
    guard let format = tree["huddleBundle"]?.int, let documents = tree["documents"]?.array else {
      throw .bundle(.notABundle)
    }
    guard format <= ResourceBundle.format else {
      throw .bundle(.newerFormat(found: format, known: ResourceBundle.format))
    }
    return documents
  }

  /// The bundle as canonical JSON: the same bundle gives the same bytes.
  public static func json(_ bundle: ResourceBundle) -> String {
    let tree: JSON = [
      "huddleBundle": JSON(ResourceBundle.format), "documents": .array(bundle.resources),
    ]
    return tree.canonicalText
  }

  /// The bundle as Markdown, each resource with front matter of its own.
  public static func markdown(_ bundle: ResourceBundle) -> String {
    bundle.resources.map(MarkdownBundle.text).joined(separator: "\n")
  }
}
