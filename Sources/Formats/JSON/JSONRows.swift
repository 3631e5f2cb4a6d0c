import JSONText

/// Reads the objects of a JSON file: the elements of the array at a path, or the object that stands there.
///
/// Without a path the file's own value counts; where further values follow it, each is read, as in JSON Lines.
package struct JSONRows: RowSource {
  private enum Stage {
    /// Before a value; how many names of the path lead to it.
    case value(found: Int)
    /// In an object on the way to the path's end, before a name or the end.
    case member(found: Int)
    /// Before the colon after a member's name, which is one of the path or not.
    case colon(found: Int, isOnPath: Bool)
    /// The member's value is passed over.
    case passing(found: Int)
    case element
    case afterElement
    /// What is left of a row that is too long.
    case tooLong
    /// After all rows; what closes the objects around them isn't looked at.
    case ended
  }

  private let path: [String]
  private let pathText: String
  private var scanner = JSONScanner()
  private var stage = Stage.value(found: 0)
  private var hasBegun = false
  private var isFirst = true
  private var isInArray = false

  /// - Parameter path: the way to the array; only names count, the array's place in another array can't be said.
  package init(path: JSONPath? = nil) {
    self.path = (path?.parts ?? []).compactMap { part in
      if case .name(let name) = part { return name }
      return nil
    }
    pathText = path?.description ?? ""
  }

  package var fields: [String]? { nil }
  package var notes: RowNotes { RowNotes() }

  package mutating func append(_ bytes: [UInt8]) { scanner.append(bytes) }
  package mutating func finish() { scanner.finish() }

  package mutating func next() -> RowStep {
    if !hasBegun {
      guard scanner.isLast || scanner.buffer.count >= 3 else { return .needsBytes }
      scanner.skipMark()
      hasBegun = true
    }
    while true {
      if let step = advance() { return step }
    }
  }

  /// One step; nil where there is more to do before there is anything to say.
  private mutating func advance() -> RowStep? {
    if case .ended = stage { return .end }
    guard let byte = scanner.peek() else { return scanner.isLast ? ended() : .needsBytes }
    switch stage {
    case .value(let found): return value(byte, found)
    case .member(let found): return member(byte, found)
    case .element: return element(byte)
    case .afterElement: return afterElement(byte)
    case .colon(let found, let isOnPath): return colon(byte, found, isOnPath)
    case .passing(let found): return passed(to: .member(found: found))
    case .tooLong: return passed(to: isInArray ? .afterElement : .ended)
    case .ended: return .end
    }
  }

  private mutating func passed(to next: Stage) -> RowStep? {
    switch scanner.passValue() {
    case .whole:
      stage = next
      return nil
    case .needsBytes, .tooLong: return .needsBytes
    case .unclosed: return stop("the file ends inside a value")
    }
  }

  private mutating func value(_ byte: UInt8, _ found: Int) -> RowStep? {
    if found == path.count {
      if byte == UInt8(ascii: "[") {
        scanner.skipByte()
        (stage, isInArray, isFirst) = (.element, true, true)
        return nil
      }
      return row()
    }
    guard byte == UInt8(ascii: "{") else { return missing() }
    scanner.skipByte()
    (stage, isFirst) = (.member(found: found), true)
    return nil
  }

  private mutating func member(_ byte: UInt8, _ found: Int) -> RowStep? {
    if byte == UInt8(ascii: "}") { return missing() }
    if byte == UInt8(ascii: ",") {
      scanner.skipByte()
      return nil
    }
    guard byte == UInt8(ascii: "\"") else { return stop("a member's name in double quotes was expected") }
    switch scanner.takeValue(limit: jsonRowLimit) {
    case .needsBytes: return .needsBytes
    case .unclosed, .tooLong: return stop("a member's name is never closed")
    case .whole(let bytes, _):
      guard case .string(let name)? = (try? JSONNode(parsing: Array(bytes)))?.content else {
        return stop("this is no member's name")
      }
      stage = .colon(found: found, isOnPath: name == path[found])
      return nil
    }
  }

  private mutating func colon(_ byte: UInt8, _ found: Int, _ isOnPath: Bool) -> RowStep? {
    guard byte == UInt8(ascii: ":") else { return stop("\":\" was expected after a member's name") }
    scanner.skipByte()
    stage = isOnPath ? .value(found: found + 1) : .passing(found: found)
    return nil
  }

  private mutating func element(_ byte: UInt8) -> RowStep? {
    if byte == UInt8(ascii: "]") {
      guard isFirst else { return stop("a comma before the end of the list") }
      return close()
    }
    return row()
  }

  private mutating func afterElement(_ byte: UInt8) -> RowStep? {
    isFirst = false
    switch byte {
    case UInt8(ascii: ","):
      scanner.skipByte()
      stage = .element
      return nil
    case UInt8(ascii: "]"): return close()
    default: return stop("a comma or the end of the list was expected")
    }
  }

  private mutating func close() -> RowStep? {
    scanner.skipByte()
    isInArray = false
    stage = path.isEmpty ? .value(found: 0) : .ended
    return nil
  }

  private mutating func row() -> RowStep? {
    let line = scanner.line
    switch scanner.takeValue(limit: jsonRowLimit) {
    case .needsBytes: return .needsBytes
    case .unclosed: return stop("the file ends inside this value", line: line)
    case .tooLong:
      stage = .tooLong
      return .fault(RowFault(line: line, jsonRowTooLong))
    case .whole(let bytes, let line):
      if bytes.isEmpty { return stop("a value was expected") }
      stage = isInArray ? .afterElement : path.isEmpty ? .value(found: 0) : .ended
      return jsonRow(Array(bytes), line: line)
    }
  }

  private mutating func ended() -> RowStep {
    if isInArray { return stop("the file ends inside the list") }
    if case .value(found: 0) = stage {
      stage = .ended
      return .end
    }
    return stop("the file ends before \"\(pathText)\"")
  }

  private mutating func missing() -> RowStep { stop("there is no \"\(pathText)\" in this file") }

  /// Nothing after this place can be read.
  private mutating func stop(_ message: String, line: Int? = nil) -> RowStep {
    stage = .ended
    return .fault(RowFault(line: line ?? scanner.line, message))
  }
}
