/// A pattern of paths: `*`, `?`, `[a-z]`, and `**` for any depth of folders.
struct Glob {
  private let parts: [String]
  private let isAbsolute: Bool

  init(_ pattern: String) {
    isAbsolute = pattern.hasPrefix("/")
    parts = pattern.split(separator: "/").map(String.init)
  }

  /// Whether a path holds signs of a pattern.
  static func isPattern(_ path: String) -> Bool {
    path.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
  }

  /// The paths that match, in byte order.
  ///
  /// Hidden names match only where the pattern writes the dot.
  func matches() -> [String] {
    var found: [String] = []
    expand(isAbsolute ? "/" : "", parts[...], depth: 0, into: &found)
    var seen = Set<String>()
    found = found.filter { seen.insert($0).inserted }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func expand(_ prefix: String, _ rest: ArraySlice<String>, depth: Int, into found: inout [String]) {
    guard let part = rest.first, depth < 64 else { return }
    let isLast = rest.count == 1
    let names = Folder.names(in: prefix.isEmpty ? "." : prefix) ?? []
    if part == "**" {
      // No folder at all, or any one and on.
      if isLast {
        for name in names where !name.hasPrefix(".") { found.append(prefix + name) }
        return
      }
      expand(prefix, rest.dropFirst(), depth: depth + 1, into: &found)
      for name in names where !name.hasPrefix(".") && Folder.isRealFolder(prefix + name) {
        expand(prefix + name + "/", rest, depth: depth + 1, into: &found)
      }
      return
    }
    if !Self.isPattern(part) {
      guard FileStatus(prefix + part).exists else { return }
      if isLast {
        found.append(prefix + part)
      } else {
        expand(prefix + part + "/", rest.dropFirst(), depth: depth + 1, into: &found)
      }
      return
    }
    let pattern = Array(part.unicodeScalars)
    for name in names {
      if name.hasPrefix("."), pattern.first != "." { continue }
      guard Self.matches(Array(name.unicodeScalars), pattern) else { continue }
      if isLast {
        found.append(prefix + name)
      } else if FileStatus(prefix + name).isFolder {
        expand(prefix + name + "/", rest.dropFirst(), depth: depth + 1, into: &found)
      }
    }
  }

  /// Whether a name matches a pattern without slashes.
  ///
  /// At most quadratic in the length of a name.
  static func matches(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var position = 0
    var index = 0
    // Where to go on if the last `*` must take one more character.
    var retry: (pattern: Int, name: Int)?
    while index < name.count {
      if position < pattern.count, pattern[position] == "*" {
        retry = (position, index)
        position += 1
      } else if let next = step(pattern, position, name[index]) {
        position = next
        index += 1
      } else if let last = retry {
        position = last.pattern + 1
        index = last.name + 1
        retry = (last.pattern, index)
      } else {
        return false
      }
    }
    while position < pattern.count, pattern[position] == "*" { position += 1 }
    return position == pattern.count
  }

  /// The place in the pattern after the one that matches a character, or nil.
  private static func step(_ pattern: [Unicode.Scalar], _ position: Int, _ scalar: Unicode.Scalar) -> Int? {
    guard position < pattern.count else { return nil }
    switch pattern[position] {
    case "?": return position + 1
    case "[":
      guard let close = pattern[(position + 1)...].dropFirst().firstIndex(of: "]") else {
        return scalar == "[" ? position + 1 : nil
      }
      var index = position + 1
      let isNegated = pattern[index] == "!" || pattern[index] == "^"
      if isNegated { index += 1 }
      var isIn = false
      while index < close {
        if index + 2 < close, pattern[index + 1] == "-" {
          if pattern[index].value <= scalar.value, scalar.value <= pattern[index + 2].value { isIn = true }
          index += 3
        } else {
          if pattern[index] == scalar { isIn = true }
          index += 1
        }
      }
      return isIn != isNegated ? close + 1 : nil
    case let plain: return plain == scalar ? position + 1 : nil
    }
  }
}
