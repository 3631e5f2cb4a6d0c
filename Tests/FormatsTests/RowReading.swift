import Formats
import JSONText

/// Everything a source of rows gives for a text, fed `size` bytes at a time.
func steps<Source: RowSource>(_ source: Source, _ text: String, size: Int) -> [RowStep] {
  steps(source, Array(text.utf8), size: size)
}

func steps<Source: RowSource>(_ source: Source, _ bytes: [UInt8], size: Int) -> [RowStep] {
  var source = source
  return steps(&source, bytes, size: size)
}

func steps<Source: RowSource>(_ source: inout Source, _ bytes: [UInt8], size: Int) -> [RowStep] {
  var steps: [RowStep] = []
  var place = 0
  while true {
    switch source.next() {
    case .end: return steps
    case .needsBytes:
      if place == bytes.count { source.finish() }
      let end = min(place + size, bytes.count)
      if place < end { source.append(Array(bytes[place..<end])) }
      place = end
    case let step: steps.append(step)
    }
  }
}
