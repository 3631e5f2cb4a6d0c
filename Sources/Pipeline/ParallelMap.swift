/// Applies `transform` to every item on at most `jobs` threads at once; the results stand in the items' order.
package func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], jobs: Int, _ transform: @escaping @Sendable (Item) -> Result
) async -> [Result] {
  guard jobs > 1, items.count > 1 else { return items.map(transform) }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: items.count)
    var next = 0
    func start() {
      let index = next
      let item = items[index]
      next += 1
      group.addTask { (index, transform(item)) }
    }
    while next < min(jobs, items.count) { start() }
    while let (index, result) = await group.next() {
      results[index] = result
      if next < items.count { start() }
    }
    return results.compactMap { $0 }
  }
}

/// Reads batch after batch until one is empty, transforms each on `jobs` threads, and writes the results in order; the
/// next batch is worked on while one is written, so at most two are held.
func inBatches<Item: Sendable, Result: Sendable>(
  jobs: Int, read: () throws -> [Item], transform: @escaping @Sendable (Item) -> Result,
  write: ([Result]) throws -> Void
) async throws {
  var results = await parallelMap(try read(), jobs: jobs, transform)
  while !results.isEmpty {
    let batch = try read()
    async let upcoming = parallelMap(batch, jobs: jobs, transform)
    try write(results)
    results = await upcoming
  }
}
