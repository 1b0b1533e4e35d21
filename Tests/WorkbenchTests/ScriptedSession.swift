import Cells
import DocumentStore
import Improvement

@testable import Collaborative
@testable import Workbench

/// A workbench without a terminal: keys in, screens out, every effect carried out at once.
///
/// It is idle when no effect is left, so nothing has to wait.
struct ScriptedSession {
  private(set) var model: Model
  let collaboration: Collaboration
  private(set) var copied: [String] = []
  private(set) var hasQuit = false
  /// What was refused and is to be written down.
  private(set) var refusals: [String] = []
  /// How many keys were pressed, text among them.
  private(set) var strokes = 0
  /// False on the store that many tests look at at once: a draft there would be on their Today.
  private let keepsDrafts: Bool
  /// Effects that wait until they are let go, as on a slow store; nil carries out all at once.
  private var waiting: [Effect]?

  init(
    _ collaboration: Collaboration, columns: Int = 120, rows: Int = 40, glyphs: Glyphs = .unicode,
    section: SectionID = .today
  ) {
    self.collaboration = collaboration
    keepsDrafts = collaboration.store.path != (try? DemoStore.shared.get().path)
    model = Model(
      size: Size(columns: columns, rows: rows), glyphs: glyphs,
      themes: ["default", "dark", "light", "mono"], section: section)
    carryOut(model.start())
  }

  var frame: Frame { view(model) }
  var screen: String { frame.grid.text }

  /// Types keys by their names, as in `jj<Enter>`.
  mutating func type(_ script: String) {
    var rest = script[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        press(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        strokes += 1
        send(.input(.key(.character(character))))
        rest = rest.dropFirst()
      }
    }
  }

  mutating func press(_ name: String) {
    guard let stroke = Keystroke(named: name) else { return }
    strokes += 1
    send(.input(.key(stroke.key)))
  }

  mutating func send(_ event: Event) { carryOut(update(&model, event)) }

  /// Opens a form as a key would, whatever is selected.
  mutating func openForTest(_ subject: FormSubject) { carryOut(model.openForm(subject)) }

  /// Puts something over the section as it would be after many keys.
  mutating func replaceForTest(_ overlay: Overlay) { model.overlay = overlay }

  /// Lets effects wait from now on.
  mutating func slowDown() { waiting = [] }

  /// Carries out what has waited, and what that leads to.
  mutating func catchUp() {
    let effects = waiting ?? []
    waiting = nil
    carryOut(effects)
  }

  /// Carries out those that are asked for and drops the others, as where they never end.
  mutating func catchUp(with isWanted: (Effect) -> Bool) {
    let effects = waiting ?? []
    waiting = nil
    carryOut(effects.filter(isWanted))
  }

  private mutating func carryOut(_ effects: [Effect]) {
    if waiting != nil {
      waiting?.append(contentsOf: effects)
      return
    }
    for effect in effects {
      switch effect {
      case .ask(let request, let slot, let ticket):
        do throws(CollaborationError) {
          send(.answered(slot, ticket: ticket, try collaboration.answer(request)))
        } catch {
          send(.failed(slot, ticket: ticket, error.words))
        }
      case .perform(let operation): send(collaboration.perform(operation))
      case .rest(let ticket): send(.rested(ticket: ticket))
      case .copy(let text): copied.append(text)
      case .saveDraft(let subject, let values): keepDraft(values, name: subject.draftName)
      case .keepDraft(let name, let values): keepDraft(values, name: name)
      case .forgetDraft(let name): try? collaboration.forgetDraft(name: name)
      case .removeDraft(let subject): try? collaboration.forgetDraft(name: subject.draftName)
      case .noteRefusal(let words): refusals.append(words)
      case .suspend: break
      case .quit: hasQuit = true
      }
    }
  }

  private func keepDraft(_ values: [String: String], name: String) {
    if keepsDrafts { try? collaboration.keepDraft(values, name: name) }
  }
}
