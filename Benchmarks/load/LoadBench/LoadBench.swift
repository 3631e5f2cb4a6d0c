import Glibc
import Load
import Records
import Store

/// `LoadBench make FOLDER ROWS` fills FOLDER/stages with made-up postings; `LoadBench database FOLDER` publishes them as
/// FOLDER/analytics.sqlite, `LoadBench rows FOLDER` only the rows of one table; `LoadBench csv|excel|jsonl FOLDER` writes that database's rows in the format. Each prints a
/// JSON object with the CPU seconds it took.
@main
struct LoadBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else {
      print("LoadBench make FOLDER ROWS | database FOLDER | rows FOLDER | csv FOLDER | excel FOLDER | jsonl FOLDER")
      exit(2)
    }
    let (command, folder) = (arguments[0], arguments[1])
    switch command {
    case "make":
      var postings = Postings(count: arguments.dropFirst(2).first.flatMap { Int($0) } ?? 1_000_000)
      try postings.write(to: folder)
    case "database": try report { try publish(folder) }
    case "rows": try report { try fill(folder) }
    case "csv": try report { try export(folder, CSVFormat.machine) }
    case "excel": try report { try export(folder, CSVFormat.excel) }
    case "jsonl": try report { try export(folder, JSONLinesFormat()) }
    default: exit(2)
    }
  }

  /// Prints what `body` took and how many rows it handled.
  private static func report(_ body: () throws -> Int) throws {
    let start = cpuSeconds()
    let rows = try body()
    print("{\"rows\": \(rows), \"cpu\": \(cpuSeconds() - start)}")
  }

  private static let table = PublishedTable(schema: Postings.schema, key: [], isDeduped: false)

  /// The rows alone, into a STRICT table with a key and in its order.
  private static func fill(_ folder: String) throws -> Int {
    try PublishedDatabase(making: "\(folder)/rows.sqlite", stages: "\(folder)/stages", hasDedupe: false).add(table).rows
  }

  /// The steps of the product's own build, without its files.
  private static func publish(_ folder: String) throws -> Int {
    let database = try PublishedDatabase(
      making: "\(folder)/analytics.sqlite", stages: "\(folder)/stages", hasDedupe: false)
    let counts = try database.add(table)
    try database.addRejects(stages: [.normalize], in: "\(folder)/stages")
    try database.add(runs: [])
    try database.addColumns(of: [table.description]) { _, _ in (nil, nil) }
    try database.finish([table])
    return counts.rows
  }

  private static func export(_ folder: String, _ format: any RowFormat) throws -> Int {
    let database = try PublishedDatabase(reading: "\(folder)/analytics.sqlite")
    try FileCalls.makeFolder("\(folder)/\(format.folder)")
    return try TableExport(table: table.description, formats: [format], folder: folder).write(from: database).rows
  }

  /// CPU seconds of this process so far, user and system.
  private static func cpuSeconds() -> Double {
    var usage = rusage()
    // The call fills a struct that lives on this stack frame.
    unsafe getrusage(__rusage_who_t(0), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
