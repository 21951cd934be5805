import FoundationEssentials
import KollModel

extension Language {
  /// The language that the environment asks for: LC_ALL, LC_MESSAGES or LANG, else English.
  static var ofEnvironment: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("sv") == true ? .swedish : .english
  }
}
