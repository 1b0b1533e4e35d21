import Improvement

/// The sorts of sites a dozen of the sample network has, and the names of invented places.
enum Places {
  struct Plan: Sendable {
    var kind: SiteKind
    /// What follows the place's name.
    var suffix: String
    /// Which place of its dozen it stands in; two of one place are a site and a part of it.
    var place: Int
    /// The position in the dozen of the site it is part of.
    var parent: Int?
    var context: String
  }

  static let dozen: [Plan] = [
    Plan(
      kind: .hospital, suffix: "Hospital", place: 0, parent: nil,
      context: "320 beds, four theatres, one emergency department."),
    Plan(
      kind: .unit, suffix: "Ward 4", place: 0, parent: 0,
      context: "28 beds, general medicine, many patients over 80."),
    Plan(
      kind: .hospital, suffix: "General", place: 1, parent: nil,
      context: "540 beds and the region's largest emergency department."),
    Plan(
      kind: .hospital, suffix: "Children's Hospital", place: 2, parent: nil,
      context: "110 beds; families come from three hours away."),
    Plan(
      kind: .unit, suffix: "Neonatal Unit", place: 2, parent: 3,
      context: "16 cots, eight of them intensive."),
    Plan(
      kind: .clinic, suffix: "Clinic", place: 3, parent: nil,
      context: "Six doctors, nine nurses, 11,000 people registered."),
    Plan(
      kind: .practice, suffix: "Practice", place: 4, parent: nil,
      context: "Rural; three doctors, one of them two days a week."),
    Plan(
      kind: .careHome, suffix: "Care Home", place: 5, parent: nil,
      context: "52 residents on two floors; a garden that is used."),
    Plan(
      kind: .homeCare, suffix: "Home Care", place: 6, parent: nil,
      context: "Eleven tours a day, by car and by bicycle."),
    Plan(
      kind: .community, suffix: "Peer House", place: 7, parent: nil,
      context: "Run by peers; a kitchen, a phone and a reading room."),
    Plan(
      kind: .hospital, suffix: "Hospital", place: 8, parent: nil,
      context: "210 beds, mostly general medicine."),
    Plan(
      kind: .clinic, suffix: "Day Clinic", place: 9, parent: nil,
      context: "Three procedure rooms, about thirty people a day."),
  ]

  static let first: [String] = [
    "Riverside", "Quillbrook", "Saltmarsh", "Larkenhall", "Tindlewick", "Hazelfen", "Brackwater",
    "Wrenfold", "Ostrafell", "Marrowmere",
  ]
  private static let beginnings = [
    "Alder", "Bram", "Cinder", "Dove", "Elder", "Fen", "Gorse", "Heron", "Iron", "Juniper",
    "Kestrel", "Linden", "Moss", "Nettle", "Otter", "Plover", "Rowan", "Sedge", "Teasel", "Umber",
    "Vetch", "Willow", "Yarrow",
  ]
  private static let endings = [
    "wick", "mere", "fold", "combe", "holm", "garth", "stead", "beck", "firth", "thwaite", "haven",
    "ness", "moor", "lade", "shaw", "dene", "croft",
  ]

  /// The name of a place, different for each number.
  static func name(_ number: Int) -> String {
    if number < first.count { return first[number] }
    let index = number - first.count
    let base =
      beginnings[index % beginnings.count]
      + endings[(index / beginnings.count + index) % endings.count]
    let round = index / (beginnings.count * endings.count)
    return round == 0 ? base : "\(base) \(round + 1)"
  }

  static let regions = ["North Shore", "Middle Vale", "South Fells", "East Lakes"]
}
