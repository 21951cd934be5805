import Foundation

/// What the environment says about how the tests run.
public enum Environment {
  /// Whether goldens are written instead of compared; the run then fails all the same.
  public static var updatesGoldens: Bool {
    ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
  }

  /// Whether every mutant of the valid files is read, and not one in five.
  public static var readsAllMutants: Bool {
    ProcessInfo.processInfo.environment["KOLL_MUTANTS"] == "all"
  }

  /// Whether a program that is not installed fails the tests with it, which are skipped otherwise.
  public static var requiresCheckers: Bool {
    ProcessInfo.processInfo.environment["KOLL_CHECKERS"] == "required"
  }

  /// The one seed to try, when one is named.
  static var seed: UInt64? {
    ProcessInfo.processInfo.environment["KOLL_SEED"].flatMap { UInt64($0) }
  }
}
