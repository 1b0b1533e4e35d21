/// One side of a shared resource that has a page of its own.
public enum ResourceAspect: Hashable, Sendable {
  /// What it was made from and what was made from it.
  case family
  /// Of a package: which sites took which of its elements, how far each came and how reliably.
  case package
}
