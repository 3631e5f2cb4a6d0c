import Glibc

/// Uninitialised memory for `capacity` elements, freed with its owner; it grows without copying through a second array.
///
/// Safe over unsafe memory: the pointer never leaves this module, elements have no parts to destroy, and places are
/// checked in debug builds; release builds trust the kernels, whose loops would pay for each check.
@safe struct Buffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    let bytes = self.capacity * MemoryLayout<Element>.stride
    guard let memory = unsafe malloc(bytes) else { preconditionFailure("no memory for \(bytes) bytes") }
    unsafe base = memory.bindMemory(to: Element.self, capacity: self.capacity)
  }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    unsafe base.initialize(repeating: element, count: self.capacity)
  }

  deinit { unsafe free(base) }

  /// Room for at least `wanted` elements; those there stay. Memory that nothing was written to is never resident.
  mutating func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = max(wanted, capacity + capacity / 2)
    // glibc moves the pages of a large block instead of copying it, so growing doesn't double the peak.
    let bytes = larger * MemoryLayout<Element>.stride
    guard let moved = unsafe realloc(base, bytes) else { preconditionFailure("no memory for \(bytes) bytes") }
    unsafe base = moved.bindMemory(to: Element.self, capacity: larger)
    capacity = larger
  }

  subscript(_ place: Int) -> Element {
    @inline(__always) get {
      assert(place >= 0 && place < capacity)
      return unsafe base[place]
    }
    @inline(__always) nonmutating set {
      assert(place >= 0 && place < capacity)
      unsafe base[place] = newValue
    }
  }
}
