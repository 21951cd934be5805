import Foundation

/// The package's own folder, where its samples and goldens are.
public enum PackageFolder {
  /// Where the folder is.
  public static let path: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The files of the package.
  public static var tree: FileTree { FileTree(path) }
}
