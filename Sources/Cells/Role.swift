/// What a piece of the screen means; a theme says how each meaning looks.
///
/// Code that draws names a role and never a colour, so that every theme, the sixteen colours of an
/// old terminal and no colours at all show the same information. The raw value is the name a theme
/// file uses.
public enum Role: String, CaseIterable, Hashable, Sendable {
  case text
  case dim
  case strong
  case title
  case heading
  case accent
  case link
  case label
  case border
  case selection
  case selectionInactive = "selection.inactive"
  case match
  case key
  case keyLabel = "key.label"
  case place = "frame.place"
  case person = "frame.person"
  case tab
  case tabActive = "tab.active"
  case status
  case success
  case warning
  case error
  case formField = "form.field"
  case formFieldFocused = "form.field.focused"
  /// Stands in an empty field; never mistaken for what was typed.
  case formPlaceholder = "form.placeholder"
  case formError = "form.error"
  case popup
  case popupBorder = "popup.border"
  case chartAxis = "chart.axis"
  case chartLimit = "chart.limit"
  case chartCentre = "chart.centre"
  case chartTarget = "chart.target"
  case chartConnector = "chart.connector"
  case chartPoint = "chart.point"
  case chartImprovement = "chart.improvement"
  case chartConcern = "chart.concern"
  case chartNeutral = "chart.neutral"
  case chartExcluded = "chart.excluded"
  case chartPhase = "chart.phase"
  case chartAnnotation = "chart.annotation"
  case chartCursor = "chart.cursor"
  case stagePlan = "stage.plan"
  case stageDo = "stage.do"
  case stageStudy = "stage.study"
  case stageAct = "stage.act"
  case stageClosed = "stage.closed"
}
