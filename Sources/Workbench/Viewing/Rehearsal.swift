import Cells
import Collaborative

/// Goes the way to a first screen once, with nothing to show.
///
/// Tables are made, and the types of generic code put together, when they are first used: for some
/// parts of a screen that takes longer than the work itself. Whoever opens a workbench has this done
/// on another thread while the store is opened, and finds it done.
public func rehearseFirstScreen() {
  rehearseOpening()
  _ = view(Model(size: Size(columns: 80, rows: 24), theme: "default", themes: []))
  rehearseReading()
}
