import JSONTree

/// Why a store may not be written: too much of it broke or vanished at once.
///
/// A disk that fails or a folder that is moved by mistake looks to a program like many changes, and
/// whoever goes on writing makes it harder to come back.
public struct Brake: Sendable, Hashable {
  /// Documents of which this is a part: those that were there when last seen.
  public let documents: Int
  public let damaged: Int
  public let vanished: Int

  /// Over one in a hundred damaged, or one in twenty gone. A handful of documents is no mass: of
  /// few, one that somebody broke or moved by hand is more than that already.
  static func isDue(documents: Int, damaged: Int, vanished: Int) -> Bool {
    damaged >= 3 && damaged * 100 > documents || vanished >= 5 && vanished * 20 > documents
  }
}
