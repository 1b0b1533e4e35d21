import Collaborative
import JSONTree

/// Why a file is no bundle of resources.
public enum BundleError: Error, Hashable, Sendable {
  case json(JSONError)
  case bundle(BundleProblem)
  case notUTF8
  /// It begins with something else than front matter.
  case noFrontMatter
  /// Front matter that begins in a line and never ends.
  case unclosedFrontMatter(line: Int)
  /// A line of the front matter that is no `name: value`.
  case notAField(line: Int, text: String)
}
