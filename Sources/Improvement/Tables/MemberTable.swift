import JSONTree

/// The fields of a member of the network.
enum MemberTable {
  static let table = DocumentTable(
    .member, title: "name",
    [
      Field(
        "name", .text, "Name", "e.g. Priya Nair", [.listed, .quick, .searchable],
        required: .always),
      Field(
        "pseudonym", .text, "Pseudonym", "What stands for the name in exports.", .automatic),
      Field(
        "login", .login, "Login",
        "The name this person signs in with, e.g. priya; empty for someone who does not.",
        [.listed, .quick]),
      Field(
        "siteIds", .list(.reference(.site)), "Sites", "Where this person belongs.",
        [.listed, .quick]),
      Field(
        "networkRole", NetworkRole.kind, "Role in the network",
        "participant, lead, coach or steward", [.listed, .quick], required: .always,
        initial: "participant"),
      Field(
        "perspective", Perspective.kind, "Perspective",
        "Where this person looks from, e.g. patient, clinician.", [.listed, .quick],
        required: .always),
      Field(
        "skills", .list(.text), "Skills", "What this person can help with, e.g. run charts.",
        .searchable),
      Field("interests", .list(.text), "Interests", "e.g. delirium, home visits", .searchable),
      Field(
        "contact", .text, "Contact", "How to reach this person; shown only with consent.",
        .personal),
      Field("active.from", .date, "Active from", "The first day as a member."),
      Field("active.to", .date, "Active to", "The last day as a member."),
      Field(
        "consents.listed", .boolean, "May be listed", "Whether others see the name in the network.",
        initial: false),
      Field(
        "consents.contact", .boolean, "May be contacted", "Whether others see how to reach them.",
        initial: false),
      Field(
        "consents.research", .boolean, "May be studied",
        "Whether what they do in huddle may be used, under a pseudonym, for research.",
        initial: false),
      Field(
        "caresAbout", .longText, "What I care about",
        "In your own words, e.g. That nobody has to tell their story twice.", .personal),
      Field(
        "sharesCaresAbout", .boolean, "Share what I care about",
        "Whether others may read what you care about and what you are willing to do.",
        initial: false),
      Field(
        "willingTo", .list(Willingness.kind), "Willing to",
        "What you may be asked for: talk, test, review, translate, teach.", .personal),
    ])
}
