import Records
import Store
import TestSupport
import Testing

struct FileWriterTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 1_000_003])
  func `writes what was added, in order`(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 >> 8) }
    var file = try FileWriter(folder.path("a"))
    var rest = bytes[...]
    var step = 1
    while !rest.isEmpty {
      try file.append(Array(rest.prefix(step)))
      rest = rest.dropFirst(step)
      step = step * 3 + 1
    }
    try file.finish()
    #expect(try folder.readBytes("a") == bytes)
  }

  @Test func `empties a file that is there`() throws {
    try folder.write("something longer", to: "a")
    try FileCalls.write(Array("new".utf8), to: folder.path("a"))
    #expect(try folder.read("a") == "new")
  }

  @Test func `says so when the file can't be made`() throws {
    try folder.makeFolder("taken")
    for path in ["missing/a", "taken"] {
      let found = failure { _ = try FileWriter(folder.path(path)) }
      #expect(found?.code == "file.unwritable")
      #expect(found?.location.address == folder.path(path))
    }
  }

  @Test(.enabled(if: FileCalls.exists("/dev/full")))
  func `says that the disk is full`() {
    let found = failure {
      var file = try FileWriter("/dev/full")
      try file.append([UInt8](repeating: 1, count: 10))
      try file.finish()
    }
    #expect(found?.code == "file.disk-full")
    #expect(found?.remedy.isEmpty == false)
  }
}
