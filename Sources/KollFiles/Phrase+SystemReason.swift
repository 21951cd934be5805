internal import KollModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Phrase {
  /// What one of the system's error numbers means.
  /// - Parameters:
  ///   - code: The number.
  ///   - toCreate: Whether the file was to be made, so that what is missing is its folder.
  init(reasonOf code: Int32, toCreate: Bool = false) {
    self =
      switch code {
      case ENOENT where toCreate: Phrase(sv: "mappen finns inte", en: "no such folder")
      case ENOENT: Phrase(sv: "hittar inte filen", en: "no such file")
      case EACCES, EPERM: Phrase(sv: "åtkomst nekas", en: "permission denied")
      case EISDIR: Phrase(sv: "det är en mapp", en: "it is a folder")
      case ENOTDIR:
        Phrase(sv: "en del av sökvägen är inte en mapp", en: "a part of the path is not a folder")
      case EEXIST: Phrase(sv: "namnet är upptaget", en: "the name is taken")
      case ELOOP: Phrase(sv: "för många symboliska länkar", en: "too many symbolic links")
      case ENAMETOOLONG: Phrase(sv: "namnet är för långt", en: "the name is too long")
      case EINVAL: Phrase(sv: "ogiltigt namn eller värde", en: "invalid name or value")
      default: Phrase(deviceReasonOf: code)
      }
  }

  private init(deviceReasonOf code: Int32) {
    self =
      switch code {
      case ENOSPC: Phrase(sv: "enheten är full", en: "no space left on device")
      case EDQUOT: Phrase(sv: "diskkvoten är slut", en: "disk quota exceeded")
      case EFBIG: Phrase(sv: "filen blev för stor", en: "the file became too large")
      case EROFS: Phrase(sv: "filsystemet är skrivskyddat", en: "the file system is read-only")
      case EIO: Phrase(sv: "fel vid läsning eller skrivning på enheten", en: "input/output error")
      case EPIPE: Phrase(sv: "mottagaren har slutat läsa", en: "the reader has gone away")
      case EBADF: Phrase(sv: "strömmen är stängd", en: "the stream is closed")
      case EMFILE, ENFILE: Phrase(sv: "för många öppna filer", en: "too many open files")
      case ENOMEM: Phrase(sv: "minnet räcker inte", en: "out of memory")
      case EBUSY, ETXTBSY: Phrase(sv: "filen används av något annat", en: "the file is in use")
      case ESTALE:
        Phrase(sv: "filen finns inte kvar på servern", en: "the file is gone from the server")
      case ETIMEDOUT: Phrase(sv: "enheten svarar inte", en: "the device does not answer")
      case EXDEV: Phrase(sv: "filen ligger på ett annat filsystem", en: "on another file system")
      default: Phrase(unusualReasonOf: code)
      }
  }

  private init(unusualReasonOf code: Int32) {
    // The text is in English: nothing here chooses a locale. It is copied before it is used again.
    let text = unsafe String(cString: strerror(code))
    self.init(sv: "systemfel \(code) (\(text))", en: "system error \(code) (\(text))")
  }
}
