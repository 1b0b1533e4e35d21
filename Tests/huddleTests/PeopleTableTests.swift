import JSONTree
import Testing

@Suite("Rosters and members as CSV, and roles by command") struct PeopleTableTests {
  private func sandbox() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("init")
    try sandbox.huddle("add", "site", "name=Riverside Hospital", "code=riverside", "kind=hospital")
    for (name, login) in [("Kofi Fitzroy", "kofi"), ("Ada Lund", "ada"), ("Ben Okri", "ben")] {
      try sandbox.huddle(
        "add", "member", "name=\(name)", "login=\(login)", "perspective=clinician",
        "siteIds=riverside")
    }
    try sandbox.huddle("add", "project", "name=Warm patients", "sites=riverside")
    return sandbox
  }

  private func roster(_ sandbox: HuddleSandbox) throws -> [JSON] {
    try JSON.parse(sandbox.huddle("list", "project", "--json").output).elements.first?["roster"]?
      .elements ?? []
  }

  @Test("a role is given, handed over and ended, each as one step that undo takes back")
  func roles() throws {
    let sandbox = try sandbox()
    let given = try sandbox.huddle(
      "roster", "add", "warm-patients", "data-lead", "kofi", "--from", "2026-01-01")
    #expect(
      given.output == "Kofi Fitzroy is data lead of “Warm patients” from 1 Jan 2026\n",
      "\(given.errors)")
    let over = try sandbox.huddle(
      "roster", "hand-over", "warm-patients", "Data lead", "--to", "ada", "--on", "2026-06-01")
    #expect(over.output.contains("Ada Lund is data lead"), "\(over.errors)")
    #expect(try roster(sandbox).map { $0["to"]?.string } == ["2026-05-31", nil])
    try sandbox.huddle("undo")
    #expect(try roster(sandbox).count == 1)
    let ended = try sandbox.huddle(
      "roster", "end", "warm-patients", "data-lead", "--holder", "kofi", "--on", "2026-02-28")
    #expect(ended.code == 0 && ended.output.hasSuffix(" until 28 Feb 2026\n"), "\(ended.errors)")
    let nobody = try sandbox.huddle("roster", "end", "warm-patients", "clinical-lead")
    #expect(nobody.code == 1)
    #expect(nobody.reason.contains("nobody is clinical lead of “Warm patients”"))
    let role = try sandbox.huddle("roster", "add", "warm-patients", "data-led", "ada")
    #expect(role.code == 1 && role.reason.contains("data-lead"), "\(role.errors)")
    let day = try sandbox.huddle(
      "roster", "add", "warm-patients", "data-lead", "ada", "--from", "1.6.2026")
    #expect(day.code == 1 && day.reason.contains("“1.6.2026” is no date"))
  }

  @Test("a roster that was written out comes in again and changes nothing")
  func roundTrip() throws {
    let sandbox = try sandbox()
    try sandbox.huddle("add", "member", "name==HYPERLINK(1)", "login=eve", "perspective=staff")
    for (role, member) in [
      ("data-lead", "kofi"), ("clinical-lead", "eve"), ("clinical-lead", "ben"),
    ] {
      try sandbox.huddle("roster", "add", "warm-patients", role, member, "--from", "2026-01-01")
    }
    try sandbox.huddle("roster", "end", "warm-patients", "data-lead", "--on", "2026-02-01")
    let out = try sandbox.huddle("roster", "export", "--ended")
    #expect(out.output.contains("Warm patients"))
    #expect(out.output.contains("executive-sponsor,,nobody yet"))
    #expect(out.output.contains("eve,'=HYPERLINK(1),2026-01-01"), "\(out.output)")
    #expect(try sandbox.huddle("list", "member", "--csv").output.contains("'=HYPERLINK(1)"))
    let again = try sandbox.huddle("roster", "import", "-", input: out.output)
    #expect(again.code == 0 && again.output.hasPrefix("nothing to change"), "\(again.errors)")
    let bySite = try sandbox.huddle("roster", "export", "--site", "riverside").output
    #expect(bySite.contains(",,,ada,Ada Lund,,,riverside,Clinician"), "\(bySite)")
    #expect(try sandbox.huddle("roster", "import", "-", input: bySite).code == 0)
  }

  @Test(
    "a roster comes in with a byte order mark, semicolons and quotes; a preview changes nothing")
  func comesIn() throws {
    let sandbox = try sandbox()
    let table =
      "\u{FEFF}Project;Role;Login;From;To\r\n\"Warm patients\";Data lead;kofi;2026-01-01;\r\n"
      + "warm-patients;clinical-lead;\"ada\";2026-02-01;2026-12-31\r\n;;;;\r\n"
    let dry = try sandbox.huddle("roster", "import", "-", "--dry-run", input: table)
    #expect(dry.code == 0 && dry.errors.contains("roles    2 new, 0 changed"), "\(dry.errors)")
    #expect(try roster(sandbox).isEmpty)
    let done = try sandbox.huddle("roster", "import", "-", input: table)
    #expect(done.output == "imported 2 roles (2 new, 0 changed)\n", "\(done.errors)")
    let later = try sandbox.huddle(
      "roster", "import", "-", "--project", "warm-patients",
      input: "role,member,from,to\ndata-lead,kofi,,2026-03-31\nclinical-lead,ada,2027-01-01,\n")
    #expect(later.output == "imported 2 roles (1 new, 1 changed)\n", "\(later.errors)")
    #expect(
      try roster(sandbox).map { $0["to"]?.string } == ["2026-03-31", "2026-12-31", nil])
    try sandbox.huddle("undo")
    #expect(try roster(sandbox).count == 2)
  }

  @Test("a row without an id is about the project and the person that it names")
  func withoutIDs() throws {
    let sandbox = try sandbox()
    let table =
      "project,project_id,role,member,name,from\nWarm patients,,data-lead,,Kofi Fitzroy,2026-01-01\n"
      + "Warm patients,,clinical-lead,,nobody yet,\n"
    let done = try sandbox.huddle("roster", "import", "-", input: table)
    #expect(done.output == "imported 1 role (1 new, 0 changed)\n", "\(done.errors)")
    #expect(try roster(sandbox).count == 1)
    for (row, words) in [
      ("Cold patients,,data-lead,ada,,\n", "row 2, column 1 (project): there is no project"),
      ("Warm patients,,data-lead,,Nobody Known,\n", "row 2, column 5 (name): there is no member"),
      (",,data-lead,ada,,\n", "row 2, column 2 (project_id): no project is named"),
    ] {
      let run = try sandbox.huddle(
        "roster", "import", "-", input: "project,project_id,role,member,name,from\n" + row)
      #expect(run.code == 1 && run.reason.contains(words), "\(row): \(run.errors)")
    }
  }

  @Test("a table with anything wrong changes nothing and says where")
  func refused() throws {
    let sandbox = try sandbox()
    try sandbox.huddle("set", "ben", "active.to=2026-01-31")
    for (rows, words) in [
      ("warm-patients,data-led,kofi,,\n", "row 2, column 2 (role): "),
      ("warm-patients,data-lead,nobody,,\n", "row 2, column 3 (member): there is no member"),
      ("cold-patients,data-lead,kofi,,\n", "row 2, column 1 (project): there is no project"),
      ("warm-patients,data-lead,kofi,1.6.2026,\n", "“1.6.2026” is no date"),
      ("warm-patients,data-lead,kofi,2026-02-01,2026-01-01\n", "is before"),
      ("warm-patients,data-lead,ben,2026-06-01,\n", "Ben Okri left on 31 Jan 2026"),
      ("warm-patients,data-lead,kofi,,\nwarm-patients,data-lead,kofi,,\n", "stands in row 2"),
      ("warm-patients,data-lead,kofi,\n", "row 2 has 4 columns where the heading has 5"),
      ("warm-patients,,kofi,,\n", "no role is named"),
    ] {
      let run = try sandbox.huddle(
        "roster", "import", "-", input: "project,role,member,from,to\n" + rows)
      #expect(run.code == 1 && run.reason.contains(words), "\(rows): \(run.errors)")
      #expect(run.reason.contains("nothing was imported"))
    }
    #expect(try roster(sandbox).isEmpty)
    #expect(
      try sandbox.huddle("roster", "import", "-", input: "who,what\na,b\n").reason
        .contains("the table has no column “project”"))
    let participant = try sandbox.huddle(
      "roster", "import", "-", "--as", "kofi",
      input: "project,role,member\nwarm-patients,data-lead,kofi\n")
    #expect(participant.code == 5, "\(participant.errors)")
  }

  @Test("members come in by login or name, keep what is empty, and go out again as they are")
  func members() throws {
    let sandbox = try sandbox()
    let table =
      "Name,login,Sites,role,perspective,skills,phone\n"
      + "Ada Lund,ada,,lead,,\"run charts; home visits\",12\n"
      + "Cleo Marsh,cleo,riverside,,patient,,\n"
      + "Kofi Fitzroy,kofi2,Riverside Hospital,,staff,,\n"
    let dry = try sandbox.huddle("member", "import", "-", "--dry-run", input: table)
    #expect(dry.code == 0, "\(dry.errors)")
    #expect(dry.errors.contains("members  2 new, 1 changed, 0 as they are"))
    #expect(dry.errors.contains("the column “phone” is not read"))
    #expect(dry.errors.contains("row 4: Kofi Fitzroy has the name of a member (kofi)"))
    #expect(try sandbox.huddle("member", "import", "-", input: table).code == 0)
    let ada = try JSON.parse(sandbox.huddle("show", "ada", "--json").output)
    #expect(ada["networkRole"] == "lead" && ada["perspective"] == "clinician")
    #expect(ada["skills"]?.strings == ["run charts", "home visits"])
    #expect(ada["siteIds"]?.elements.count == 1)
    let out = try sandbox.huddle("member", "export")
    #expect(out.output.contains("Cleo Marsh,cleo,riverside,participant,patient"), "\(out.output)")
    let again = try sandbox.huddle("member", "import", "-", input: out.output)
    #expect(again.code == 0 && again.output.hasPrefix("nothing to change"), "\(again.errors)")
  }

  @Test(
    "a list of members with anything wrong changes nothing, and consents are nobody else's to give")
  func refusedMembers() throws {
    let sandbox = try sandbox()
    for (rows, words) in [
      ("Dora,dora,nowhere,staff\n", "row 2, column 3 (siteIds): there is no site “nowhere”"),
      ("Dora,dora,,surgeon\n", "row 2, column 4 (perspective)"),
      (
        "Dora,dora,,staff\nDora B,dora,,staff\n",
        "row 3, column 2 (login): the login “dora” stands in row 2 already"
      ),
      ("Dora,,,staff\nDora,,,staff\n", "stands in row 2 already"),
      (",,riverside,staff\n", "neither a login nor a name"),
      ("Dora,two words,,staff\n", "row 2"), ("Dora,dora,,\n", "row 2"),
    ] {
      let run = try sandbox.huddle(
        "member", "import", "-", input: "name,login,siteIds,perspective\n" + rows)
      #expect(run.code == 1 && run.reason.contains(words), "\(rows): \(run.errors)")
    }
    let consent = try sandbox.huddle(
      "member", "import", "-", input: "login,consents.contact,caresAbout\nada,yes,Tea\n")
    #expect(consent.output.hasPrefix("nothing to change"), "\(consent.errors)")
    #expect(consent.errors.contains("“consents.contact” is not read"))
    let lead = try sandbox.huddle(
      "member", "import", "-", "--as", "ada", input: "name,login,perspective\nX,x,staff\n")
    #expect(lead.code == 5, "\(lead.errors)")
    #expect(try JSON.parse(sandbox.huddle("list", "member", "--json").output).elements.count == 4)
  }
}
