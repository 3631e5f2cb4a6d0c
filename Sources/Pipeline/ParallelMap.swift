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
