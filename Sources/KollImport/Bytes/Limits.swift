/// How much of a file is taken as one thing, so that no input needs unbounded memory.
public struct Limits: Hashable, Sendable {
  /// The longest field in bytes of UTF-8, quotes counted; 1 MiB.
  public var field = 1 << 20
  /// The most fields in a record; 16 384, which is how many columns Excel has.
  public var fields = 16_384
  /// The longest record in bytes of UTF-8; 16 MiB.
  public var record = 1 << 24
  /// The largest file that is read at once, in bytes; 1 GiB.
  public var file = 1 << 30
  /// The most diagnostics of one code and severity that are kept of a file; the rest are counted;
  /// 1 000.
  public var diagnostics = 1_000

  /// Creates the usual limits.
  public init() {}
}
