import Cells

extension PointMark {
  /// The mark as an element, with what it stands for as its tooltip.
  func svg(x: String, y: Int, tip: String) -> String {
    let colour = role.svgColour
    let isHollow = isProvisional || shape == .excluded
    let dashes = isProvisional ? " stroke-dasharray=\"2 1\"" : ""
    let look = "fill=\"\(isHollow ? "#ffffff" : colour)\" stroke=\"\(colour)\"\(dashes)"
    let title = "<title>\(SVGText.escaped(tip))</title>"
    switch shape {
    case .common, .excluded:
      return "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\" \(look)>\(title)</circle>"
    case .beyondLimit:
      return "<path d=\"M\(x) \(y)m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z\" \(look)>\(title)</path>"
    case .pattern:
      return "<path d=\"M\(x) \(y)m-3.5 -3.5h7v7h-7z\" \(look)>\(title)</path>"
    }
  }
}

extension Role {
  /// Blue for improvement, orange for concern, purple for a change that is neither.
  var svgColour: String {
    switch self {
    case .chartImprovement: "#0b5fa5"
    case .chartConcern: "#b8500a"
    case .chartNeutral: "#6a3d9a"
    case .chartExcluded: "#8a8a8a"
    default: "#3a3a3a"
    }
  }
}
