#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The name of a file that is being written: `.koll-MACHINE-PROCESS-NUMBER.tmp`.
///
/// It begins with a full stop, so that it is hidden, and has a fixed form, so that one that a killed
/// process left behind is recognised. MACHINE are eight hexadecimal digits made from the host's name
/// and, on Linux, its space of process numbers: in a folder that several machines or containers
/// share, a process number means something only where it was given out.
struct TemporaryName: Equatable {
  let machine: String
  let process: Int32
  let number: Int

  private static let prefix = ".koll-"
  private static let suffix = ".tmp"

  /// The mark of the machine that this process runs on.
  static let thisMachine = machineMark()

  /// A name that this process gives.
  init(number: Int) {
    machine = Self.thisMachine
    process = getpid()
    self.number = number
  }

  /// Reads a name; `nil` when it is not of the form.
  init?(_ name: String) {
    guard name.hasPrefix(Self.prefix), name.hasSuffix(Self.suffix) else { return nil }
    let parts = name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let process = Int32(parts[1]), let number = Int(parts[2]) else {
      return nil
    }
    machine = String(parts[0])
    self.process = process
    self.number = number
    // Another spelling of the same numbers, such as +7 or 007, is somebody else's name.
    guard process > 0, number >= 0, text == name else { return nil }
  }

  /// The name itself: at most 42 bytes, whatever the destination is called.
  var text: String { "\(Self.prefix)\(machine)-\(process)-\(number)\(Self.suffix)" }

  /// Whether the process that gave the name is known to be gone.
  ///
  /// A process of another machine is never known to be.
  var isAbandoned: Bool {
    guard machine == Self.thisMachine, process != getpid() else { return false }
    // Signal 0 is sent to nobody; the answer tells whether there is somebody.
    return kill(process, 0) != 0 && errno == ESRCH
  }

  private static func machineMark() -> String {
    var name = [CChar](repeating: 0, count: 256)
    _ = unsafe gethostname(&name, name.count)
    var space = [CChar](repeating: 0, count: 64)
    _ = unsafe readlink("/proc/self/ns/pid", &space, space.count)
    return hexadecimal(fowlerNollVo(name.prefix { $0 != 0 } + space.prefix { $0 != 0 }))
  }

  /// The 32-bit FNV-1a hash: the same in every run, which `Hasher` is not.
  private static func fowlerNollVo(_ bytes: some Sequence<CChar>) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32(UInt8(bitPattern: $1))) &* 16_777_619 }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
