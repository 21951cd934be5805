#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The part of import that is tried, as `KOLL_FUZZ` names it.
private let check: ImportCheck = {
  let name = unsafe getenv("KOLL_FUZZ").map { unsafe String(cString: $0) } ?? ""
  guard let check = ImportCheck(rawValue: name) else {
    let names = ImportCheck.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("KOLL_FUZZ is one of \(names)")
  }
  return check
}()

/// Tries some bytes; libFuzzer calls it, and keeps what makes it trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let broken = check.broken(by: bytes) { fatalError("broken: \(broken)") }
  return 0
}
