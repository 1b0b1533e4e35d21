import ArgumentParser
import Cells
import Collaborative
import Workbench

/// What a command takes that can first show what others would read.
struct PreviewOption: ParsableArguments {
  @Flag(help: "Show what others will read, with what may tell who somebody is; save nothing.")
  var preview = false

  /// Prints what a change would show to people who do not see it yet; says whether that is all that
  /// was asked for.
  func isShown(
    _ collaboration: Collaboration, columns: Int, glyphs: Glyphs,
    _ change: (Collaboration) throws(CollaborationError) -> Void
  ) throws -> Bool {
    guard preview else { return false }
    guard let found = try collaboration.previewOfSharing(change) else {
      Output.line("nobody sees anything new")
      return true
    }
    Output.line(found.page.plainText(columns: columns, glyphs: glyphs))
    return true
  }
}
