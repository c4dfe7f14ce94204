/// Bytes that begin with a line of the processor's cache and never change.
///
/// A table whose rows are as long as such a line is read with one access to memory a row; anywhere else many rows
/// lie on two lines, and looking them up takes half as long again.
///
/// Unsafe: the memory is written before anyone else sees it and given back with the last reference, so
/// sharing it is safe.
final class AlignedBytes: @unchecked Sendable {
  /// The length of a line of the cache.
  private static let line = 64

  private let memory: UnsafeMutableRawBufferPointer

  /// A copy.
  init(_ bytes: some Collection<UInt8>) {
    memory = .allocate(byteCount: bytes.count, alignment: Self.line)
    memory.copyBytes(from: bytes)
  }

  deinit { memory.deallocate() }

  /// The bytes, as long as this object lives.
  var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(memory) }
}
