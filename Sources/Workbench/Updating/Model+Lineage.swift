import Collaborative
import Improvement

extension Model {
  mutating func openResourceForm(_ form: ResourceSubject.Form) -> [Effect] {
    guard let target = editableTarget else { return [] }
    return openForm(.resource(ResourceSubject(form, of: target.id)))
  }

  /// Opens one side of the selected or open resource as a page over what is shown.
  mutating func openAspect(_ aspect: ResourceAspect) -> [Effect] {
    guard let target = editableTarget else { return [] }
    var state = PageState(target, ticket: nextTicket())
    state.resourceAspect = aspect
    places.append(.page(state))
    return [.ask(state.request, .place(places.count - 1), ticket: state.ticket)]
  }

  func isShowing(_ aspect: ResourceAspect) -> Bool {
    guard case .page(let page) = place else { return false }
    return page.resourceAspect == aspect
  }

  /// A file is the shell's to write: the command that does is put on the clipboard and shown.
  mutating func copyExportCommand() -> [Effect] {
    guard let target = editableTarget else { return [] }
    let command = "huddle commons export \(target.id) --format markdown"
    status = Status("copied: \(command)", tone: .good)
    return [.copy(command)]
  }
}
