import Clean
import Foundation

/// Prints what cleaning every page once takes: pages, CPU seconds, pages per CPU second, the slowest page in milliseconds.
func measureSpeed(_ pages: [BenchPage]) {
  let cleaner = Cleaner(items: [])
  for page in pages.prefix(20) { _ = cleaner.clean(page.document, bytes: page.bytes) }
  var total = 0.0
  var slowest = (seconds: 0.0, id: "")
  for page in pages {
    let start = processorSeconds()
    _ = cleaner.clean(page.document, bytes: page.bytes)
    let taken = processorSeconds() - start
    total += taken
    if taken > slowest.seconds { slowest = (taken, page.id) }
  }
  print(
    "{\"pages\": \(pages.count), \"cpu\": \(total), \"pages_per_cpu_second\": \(Double(pages.count) / total), "
      + "\"slowest_ms\": \(slowest.seconds * 1000), \"slowest_id\": \"\(slowest.id)\"}")
}

/// CPU time of this process so far.
private func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
