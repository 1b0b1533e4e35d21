import Glibc

/// File systems that several computers may share.
enum NetworkFileSystem {
  /// By the number that `statfs` gives, as the kernel's `linux/magic.h` and the file systems' own
  /// headers name it. What runs in user space may be one as well (sshfs) and is taken for one.
  private static let names: [Int: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFE53_4D42: "SMB", 0xFF53_4D42: "CIFS", 0x5346_414F: "AFS",
    0x6B41_4653: "AFS", 0x00C3_6400: "Ceph", 0x0102_1997: "9P", 0x7375_7245: "Coda",
    0x0BD0_0BD0: "Lustre", 0x6573_5546: "FUSE",
  ]

  static func name(ofMagic magic: Int) -> String? { names[magic & 0xFFFF_FFFF] }

  /// The machine's own number, where it has one, and its name in the network.
  static var computer: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let file = fopen("/etc/machine-id", "re") else { return "- \(host)" }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 64)
    let count = fread(&line, 1, line.count, file)
    let id = String(decoding: line.prefix(count).prefix { $0 > 0x20 }, as: UTF8.self)
    return "\(id.isEmpty ? "-" : id) \(host)"
  }
}
