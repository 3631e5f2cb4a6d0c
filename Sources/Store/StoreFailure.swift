import GRDB
import Records

/// Runs `body` and turns whatever SQLite throws into one message with its remedy.
func translating<Value>(_ path: String, _ body: () throws -> Value) throws(Failure) -> Value {
  do { return try body() } catch let failure as Failure { throw failure } catch { throw storeFailure(error, path) }
}

/// What a person should know of `error`, which the file at `path` gave.
private func storeFailure(_ error: any Error, _ path: String) -> Failure {
  guard let error = error as? DatabaseError else {
    return Failure("store.failed", "\(error)", at: .init(address: path))
  }
  let place = Diagnostic.Location(address: path)
  let said = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
  // Where the index of the write-ahead log can't grow, SQLite speaks of the disk in general.
  let isFull = error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
  switch isFull ? .SQLITE_FULL : error.resultCode {
  case .SQLITE_FULL:
    return Failure(
      "store.disk-full", "the disk is full (\(said))", at: place,
      remedy: "Free some space and run again: the run goes on after its last committed batch.")
  case .SQLITE_CORRUPT, .SQLITE_NOTADB:
    return Failure(
      "store.corrupt", "this file is damaged or no store of Sluice (\(said))", at: place,
      remedy: corruptRemedy(path))
  case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
    return Failure(
      "store.unwritable", "can't open or write this file (\(said))", at: place,
      remedy: "Give this user the right to write the file and its folder.")
  case .SQLITE_BUSY, .SQLITE_LOCKED:
    return Failure(
      "store.busy", "another program holds this file (\(said))", at: place,
      remedy: "Close what has it open for writing and run again.")
  case .SQLITE_IOERR:
    return Failure(
      "store.io", "reading or writing this file failed (\(said))", at: place,
      remedy: "Look at the disk's space and health, then run again.")
  default:
    return Failure("store.failed", "\(error)", at: place)
  }
}

private func corruptRemedy(_ path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return switch name {
  case "clean.sqlite", "normalize.sqlite", "dedupe.sqlite":
    "Delete it: the next run makes it anew from the stage before."
  case "fetch.sqlite": "Put it back from a backup, or delete it: the next run reads all sources again."
  case "ledger.sqlite": "Put it back from a backup, or delete it: only the list of earlier runs is lost."
  default: "Run again with --force to make it anew."
  }
}
