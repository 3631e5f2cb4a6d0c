import Glibc
import Records

/// One array of an index: what a file holds, mapped without being read, and behind it what was added since.
///
/// Changes to the mapped part stay in this process. Safe over unsafe memory as `Buffer` is.
@safe struct Column<Element: BitwiseCopyable>: ~Copyable {
  private var mapped: UnsafeMutablePointer<Element>?
  private var mappedCount: Int
  private var added: Buffer<Element>
  /// Places of the mapped part that were changed.
  private let changed = PlaceList()
  private(set) var count: Int

  /// An empty column.
  init() {
    unsafe mapped = nil
    mappedCount = 0
    added = Buffer(capacity: 1 << 10)
    count = 0
  }

  /// The first `count` elements of a file, all to be looked at and none changed where `isRead` says so; throws
  /// `dedupe.near-state` where it has fewer or can't be read.
  init(file: String, count: Int, isRead: Bool = false) throws(Failure) {
    let memory = unsafe Self.map(file, bytes: count * MemoryLayout<Element>.stride, isRead)
    guard let memory = unsafe memory else { throw NearTextState.damaged(file) }
    self.init()
    unsafe mapped = memory.bindMemory(to: Element.self, capacity: count)
    mappedCount = count
    self.count = count
  }

  /// The address of the file's first bytes, any address for none; nil where it has fewer or can't be mapped.
  private static func map(_ file: String, bytes: Int, _ isRead: Bool) -> UnsafeMutableRawPointer? {
    let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard lseek(descriptor, 0, SEEK_END) >= bytes else { return nil }
    // What is read all over is fetched at once, instead of by a fault for each page.
    let protection = isRead ? PROT_READ : PROT_READ | PROT_WRITE
    let flags = isRead ? MAP_PRIVATE | MAP_POPULATE : MAP_PRIVATE
    let memory = unsafe mmap(nil, max(bytes, 1), protection, flags, descriptor, 0)
    return unsafe memory == MAP_FAILED ? nil : memory
  }

  deinit {
    if let mapped = unsafe mapped { unsafe munmap(mapped, max(mappedCount * MemoryLayout<Element>.stride, 1)) }
  }

  subscript(_ place: Int) -> Element {
    @inline(__always) get {
      assert(place >= 0 && place < count)
      if place >= mappedCount { return added[place - mappedCount] }
      return unsafe mapped.unsafelyUnwrapped[place]
    }
    @inline(__always) nonmutating set {
      assert(place >= 0 && place < count)
      if place >= mappedCount {
        added[place - mappedCount] = newValue
      } else {
        unsafe mapped.unsafelyUnwrapped[place] = newValue
        changed.note(place)
      }
    }
  }

  /// The address of an element; of those behind it only as many may be read as were added with it.
  @unsafe @inline(__always) func address(_ place: Int) -> UnsafePointer<Element> {
    assert(place >= 0 && place < count)
    if place >= mappedCount { return unsafe UnsafePointer(added.base + (place - mappedCount)) }
    return unsafe UnsafePointer(mapped.unsafelyUnwrapped + place)
  }

  mutating func append(_ element: Element) {
    added.reserve(count - mappedCount + 1)
    added[count - mappedCount] = element
    count += 1
  }

  mutating func append(contentsOf elements: borrowing Span<Element>) {
    let start = count - mappedCount
    added.reserve(start + elements.count)
    // Both lie apart, and the room was made above.
    unsafe elements.withUnsafeBufferPointer { source in
      guard let first = source.baseAddress else { return }
      unsafe (added.base + start).update(from: first, count: source.count)
    }
    count += elements.count
  }

  /// Adds elements whose bits are all zero.
  mutating func append(zeros number: Int) {
    let start = count - mappedCount
    added.reserve(start + number)
    unsafe memset(added.base + start, 0, number * MemoryLayout<Element>.stride)
    count += number
  }

  private func replace(_ path: String) throws(Failure) {
    let file = try StateFile(path, length: 0)
    let stride = MemoryLayout<Element>.stride
    if let mapped = unsafe mapped {
      try unsafe file.append(UnsafeRawBufferPointer(start: mapped, count: mappedCount * stride))
    }
    try unsafe file.append(UnsafeRawBufferPointer(start: added.base, count: (count - mappedCount) * stride))
    try file.sync()
  }

  /// Writes all elements to the file, or what makes them out of what the file has to the patch; the patch says which.
  func save(_ path: String, _ patch: borrowing PatchWriter, isWhole: Bool) throws(Failure) {
    if isWhole {
      try replace(path)
      return try patch.append([UInt64(count), 0, 0])
    }
    let places = changed.distinct
    try patch.append([UInt64(mappedCount), UInt64(places.count), UInt64(count - mappedCount)])
    try patch.append(places)
    try patch.append(places.map { self[Int($0)] })
    let bytes = (count - mappedCount) * MemoryLayout<Element>.stride
    try unsafe patch.append(UnsafeRawBufferPointer(start: added.base, count: bytes))
  }

  /// What a patch makes of a file; throws `dedupe.near-state`.
  init(file: String, _ patch: inout PatchReader) throws(Failure) {
    let counts: [UInt64] = try patch.read(3)
    let places: [Int32] = try patch.read(Int(counts[1]))
    let values: [Element] = try patch.read(Int(counts[1]))
    let tail: [Element] = try patch.read(Int(counts[2]))
    guard places.allSatisfy({ $0 >= 0 && $0 < counts[0] }) else { throw NearTextState.damaged(patch.path) }
    try self.init(file: file, count: Int(counts[0]))
    for (place, value) in zip(places, values) { self[Int(place)] = value }
    append(contentsOf: tail.span)
  }
}

/// Numbers of places, noted through a constant.
private final class PlaceList {
  private var places: [Int32] = []

  func note(_ place: Int) { places.append(Int32(place)) }

  /// The places noted, ascending, each once.
  var distinct: [Int32] {
    places.sort()
    var kept: [Int32] = []
    for place in places where kept.last != place { kept.append(place) }
    places = kept
    return kept
  }
}
