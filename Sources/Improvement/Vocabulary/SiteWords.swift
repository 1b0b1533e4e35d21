/// What sort of place a site is.
public enum SiteKind: String, Vocabulary {
  case hospital, unit, clinic, practice
  case careHome = "care-home"
  case community
  case homeCare = "home-care"
  case publicHealth = "public-health"
  case region, other

  public var label: String {
    switch self {
    case .unit: "Ward or unit"
    case .practice: "General practice"
    case .community: "Community group"
    default: plainLabel
    }
  }
}
