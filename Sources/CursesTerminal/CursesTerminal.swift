import CNcurses
import Cells
import Glibc

/// The terminal that this process runs in, drawn upon through ncurses.
///
/// There is one per process, and one thread owns it. It sends nothing that is on the screen already,
/// gives the terminal back on `close`, while stopped, and when the process crashes.
public final class CursesTerminal {
  public struct Options: Hashable, Sendable {
    /// Nil asks the locale.
    public var glyphs: Glyphs?
    /// False leaves the mouse to the terminal, whatever frames say.
    public var mouse: Bool

    /// False where there is no shell to stop for.
    public var stops: Bool

    public init(glyphs: Glyphs? = nil, mouse: Bool = true, stops: Bool = true) {
      self.glyphs = glyphs
      self.mouse = mouse
      self.stops = stops
    }
  }

  /// The signs that screens drawn here may use.
  public let glyphs: Glyphs
  /// How many colours the terminal shows, and none where the environment asks for none.
  public let depth: ColourDepth

  let environment: Environment
  let signals: Int32
  let allowsMouse: Bool
  let stops: Bool
  var decoder = InputDecoder()
  var pending: [Input] = []
  /// The size that was last told of.
  var knownSize = Size(columns: 0, rows: 0)
  private(set) var isOpen = true

  private var shown: Frame?
  private var styles: StyleTable?
  private var looks: [Look] = []
  private var title: String?
  private var mouseIsOn = false

  /// Opens the terminal.
  ///
  /// - Throws: `TerminalError` where there is none or it can't show screens; nothing was sent then,
  ///   and the caller prints plainly.
  public convenience init(_ options: Options = Options()) throws(TerminalError) {
    try self.init(options, environment: .process)
  }

  init(_ options: Options, environment: Environment) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let type = environment.terminalType
    if type == "dumb" { throw .dumb(type) }
    self.environment = environment
    let encoding = Encoding.establish(environment)
    // More signs than the encoding has can't be asked for.
    glyphs = encoding == .ascii ? .ascii : options.glyphs ?? .unicode
    allowsMouse = options.mouse
    stops = options.stops
    let colours: Int32 = environment.allowsColour ? 1 : 0
    var opened = false
    for name in [type, "xterm-256color"] where !opened && !name.isEmpty {
      opened = curses_open(name, colours, environment.escapeDelay) == 1
    }
    guard opened else { throw .unknownType(type) }
    depth = Self.depth(colours: Int(curses_colours()), isDirect: curses_is_direct() == 1)
    signals = curses_watch_signals()
    guard signals >= 0 else {
      curses_close()
      throw .noDescriptors
    }
    knownSize = size
    send("\u{1B}[?2004h\u{1B}[22;2t")
  }

  deinit { close() }

  static func depth(colours: Int, isDirect: Bool) -> ColourDepth {
    switch colours {
    case 16_777_216...: isDirect ? .trueColour : .palette
    case 256...: .palette
    case 16...: .sixteen
    case 8...: .eight
    default: .none
    }
  }

  public var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    curses_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// The window's own size where it claims to be larger than what is drawn upon; nil else.
  public var windowBeyond: Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    curses_window(&columns, &rows)
    guard columns > CURSES_MOST_COLUMNS || rows > CURSES_MOST_ROWS else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Shows a frame; only what differs from the last one is sent, in one piece, and nothing where
  /// nothing does.
  ///
  /// A frame larger than the terminal is clipped. Complexity: O(cells).
  public func draw(_ frame: Frame, styles: StyleTable) {
    guard isOpen else { return }
    if styles != self.styles {
      self.styles = styles
      looks = Role.allCases.map { Look(styles[$0], depth: depth) }
      shown = nil
    }
    if frame == shown { return }
    curses_hold()
    setTitle(frame.title)
    setMouse(frame.mouse)
    let changed = put(frame.grid)
    // Many changed cells are shown at once; for a few, the brackets cost more than they save.
    let bracketed = changed > 400
    if bracketed { send("\u{1B}[?2026h") }
    let cursor = frame.cursor ?? Point(column: 0, row: 0)
    curses_update(
      Int32(clamping: cursor.column), Int32(clamping: cursor.row),
      frame.cursorVisible && frame.cursor != nil ? 1 : 0)
    if bracketed { send("\u{1B}[?2026l") }
    if curses_release() == 1 {
      shown = frame
    } else {
      // Nobody knows what the terminal shows now: the next frame is sent whole.
      shown = nil
      curses_redraw()
    }
  }

  /// Copies a text to the clipboard of whoever sits before the terminal, also over SSH (OSC 52).
  ///
  /// False where the terminal is not known to take it or the text is longer than most accept
  /// (74,994 bytes).
  @discardableResult
  public func copy(_ text: String) -> Bool {
    guard isOpen, curses_is_xterm_like() == 1, text.utf8.count <= 74_994 else { return false }
    send("\u{1B}]52;c;" + Base64.encoded(text.utf8) + "\u{7}")
    return true
  }

  /// Gives the terminal back as it was found. Calling it again does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    curses_unwatch_signals()
    send("\u{1B}[?2004l\u{1B}[23;2t")
    curses_close()
  }

  /// Gives the terminal to something else for a while, then draws everything again.
  func lend(_ body: () -> Void) {
    guard isOpen else { return }
    if mouseIsOn { curses_mouse(0) }
    send("\u{1B}[?2004l")
    curses_leave()
    body()
    curses_return()
    send("\u{1B}[?2004h")
    if mouseIsOn { curses_mouse(1) }
    title = nil
    shown = nil
  }

  /// Makes the next frame be sent whole, as after a change of size.
  func forgetShown() { shown = nil }

  private func put(_ grid: Grid) -> Int {
    let visible = grid.bounds.intersection(Rect(size))
    let before = shown?.grid.size == grid.size ? shown?.grid : nil
    if before == nil && !visible.isEmpty { clear() }
    var changed = 0
    var scalars: [UInt32] = []
    for row in 0..<visible.rows {
      for column in 0..<visible.columns {
        let cell = grid[column, row]
        guard !cell.text.isEmpty else { continue }
        let columns = column + 1 < grid.size.columns && grid[column + 1, row].text.isEmpty ? 2 : 1
        if let before, before[column, row] == cell,
          columns == 1 || before[column + 1, row].text.isEmpty
        {
          continue
        }
        guard column + columns <= visible.columns else { continue }
        changed += columns
        let look = looks[cell.role.index]
        let worn = cell.underlined ? look.underlined : look
        scalars.removeAll(keepingCapacity: true)
        for scalar in cell.text.unicodeScalars { scalars.append(scalar.value) }
        curses_put(
          Int32(column), Int32(row), scalars, Int32(scalars.count), Int32(columns),
          worn.attributes, worn.foreground, worn.background)
      }
    }
    return changed
  }

  /// Blanks what a smaller frame than before would leave standing.
  private func clear() {
    let all = size
    for row in 0..<all.rows {
      for column in 0..<all.columns {
        curses_put(Int32(column), Int32(row), [0x20], 1, 1, 0, -1, -1)
      }
    }
  }

  private func setTitle(_ new: String) {
    guard new != title else { return }
    title = new
    let plain = new.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let words = DisplayCluster.all(in: String(String.UnicodeScalarView(plain)), glyphs: glyphs)
    send("\u{1B}]2;" + words.prefix(200).map(\.text).joined() + "\u{7}")
  }

  private func setMouse(_ wanted: Bool) {
    let on = wanted && allowsMouse
    guard on != mouseIsOn else { return }
    mouseIsOn = on
    curses_mouse(on ? 1 : 0)
  }

  private func send(_ bytes: String) {
    guard curses_is_xterm_like() == 1 else { return }
    var bytes = bytes
    bytes.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { curses_write($0.baseAddress, $0.count) }
    }
  }
}
