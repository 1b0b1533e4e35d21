import DocumentStore
import JSONTree

import enum DocumentStore.Operation

extension World {
  /// A disk with a store of a few documents that has been there for long.
  static func prepared() throws(StoreError) -> (volume: Volume, world: World) {
    let computer = SimulatedComputer(Volume())
    let files = computer.files
    try? files.makeFolderAtPath("/backups")
    try? files.makeFolderAtPath("/places")
    var world = World()
    let store = try DocumentStore.create(
      at: path, schemas: schemas, fields: ["name": "Trial"], at: noon, fileSystem: files)
    var operations: [Operation] = []
    for _ in 0..<3 { operations.append(.add(member(world.nextID()))) }
    operations.append(.add(cycle(world.nextID(), site: world.site)))
    operations.append(.add(series(id(800), site: world.site, points: 2)))
    for operation in operations {
      try store.commit(Transaction([operation], verb: "add", by: author, at: noon))
    }
    return (computer.volume.settled(), world)
  }

  /// What somebody adds next: a document beside others, and one at the newest site.
  var next: [(path: String, tree: JSON)] {
    let (one, other) = (Self.id(88_888), Self.id(88_889))
    return [
      ("shared/members/\(one).json", Self.member(one)),
      ("sites/\(site)/cycles/\(other).json", Self.cycle(other, site: site)),
    ]
  }
}
