/// A cell's values, one for each physical column of its column.
///
/// The first, which nearly always is the only one, stands in the cell itself: a night's rows have millions of cells, and
/// an array for each would cost more than reading what is in it.
package struct CellValues: RandomAccessCollection, ExpressibleByArrayLiteral, Hashable, Sendable {
  @usableFromInline let head: Value
  @usableFromInline let tail: [Value]
  package let endIndex: Int

  /// One value.
  @inlinable package init(_ value: Value) { (head, tail, endIndex) = (value, [], 1) }

  /// Any number of values in their order.
  package init(_ values: [Value]) {
    (head, tail, endIndex) = (values.first ?? .null, values.count > 1 ? Array(values.dropFirst()) : [], values.count)
  }

  package init(arrayLiteral values: Value...) { self.init(values) }

  /// As many nulls.
  package init(nulls count: Int) { self.init([Value](repeating: .null, count: count)) }

  package var startIndex: Int { 0 }

  @inlinable package subscript(place: Int) -> Value { place == 0 ? head : tail[place - 1] }

  /// Whether there is no value but null.
  @inlinable package var areNull: Bool { head.isNull && (endIndex < 2 || tail.allSatisfy { $0.isNull }) }
}
