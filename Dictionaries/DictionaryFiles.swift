import Foundation

/// Finds the folder `Dictionaries` at run time.
///
/// SwiftPM's generated accessor stops the program when the build folder is gone,
/// so an installed binary looks for its data by itself.
public enum DictionaryFiles {
  /// The environment variable that names another folder.
  public static let environmentVariable = "DATELINE_DICTIONARIES"

  /// The folder that holds `en`, `de`, …, `shared`; nil if none is found.
  ///
  /// Looked for, in this order: the folder the environment names; the resources
  /// that the build puts beside the executable; `Dictionaries` beside it;
  /// `../share/dateline/Dictionaries`; the checkout this was built from.
  public static func folder(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    if let named = environment[environmentVariable], !named.isEmpty { return named }
    var places: [String] = []
    for beside in executableFolders() {
      places.append(beside + "/Dateline_DictionaryFiles.resources")
      places.append(beside + "/Dateline_DictionaryFiles.bundle")
      places.append(beside + "/Dictionaries")
      places.append(beside + "/../share/dateline/Dictionaries")
    }
    places.append((#filePath as NSString).deletingLastPathComponent)
    return places.first { FileManager.default.fileExists(atPath: $0 + "/shared") }
  }

  private static func executableFolders() -> [String] {
    var folders: [String] = []
    if let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      folders.append((own as NSString).deletingLastPathComponent)
    }
    if let first = CommandLine.arguments.first {
      let resolved = URL(fileURLWithPath: first).resolvingSymlinksInPath().path
      folders.append((resolved as NSString).deletingLastPathComponent)
    }
    return folders
  }
}
