import JSONText

extension SettingType where Value == String {
  /// Any text that is not empty; `${...}` is filled in.
  package static let text = SettingType(
    name: "text", schema: .members(["type": .string("string"), "minLength": .integer(1)])
  ) { node, reader in
    guard case .string(let written) = node.content else {
      reader.report(node, "a text was expected, here is \(node.kindName)")
      return nil
    }
    guard let filled = reader.fill(written, at: node) else { return nil }
    guard !filled.value.isEmpty else {
      reader.report(node, "an empty text means nothing here", remedy: "Write a value or leave the setting out.")
      return nil
    }
    return Reading(filled.value, resolved: .string(filled.shown))
  }

  /// Any text that is not empty, for people to read: with a secret in it, it stays as written, so that none is published.
  package static let note = SettingType(name: text.name, schema: text.schema) { node, reader in
    guard let reading = SettingType.text.read(node, &reader), case .string(let written) = node.content else {
      return nil
    }
    return Reading(reading.resolved == .string(reading.value) ? reading.value : written, resolved: reading.resolved)
  }

  /// A lower-case name of a table, column, source or field: a letter, then letters, digits and underscores, 63 at most.
  package static let name = SettingType(
    name: "name",
    schema: .members(["type": .string("string"), "pattern": .string("^[a-z][a-z0-9_]{0,62}$")])
  ) { node, reader in
    guard let reading = SettingType.text.read(node, &reader) else { return nil }
    guard isName(reading.value) else {
      reader.report(
        node, "\"\(reading.value)\" is no name",
        remedy: "Names are lower-case letters, digits and underscores, begin with a letter, 63 characters at most.")
      return nil
    }
    return reading
  }
}

/// Whether `text` may name a table, a column, a source or a field.
package func isName(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard let first = bytes.first, (97...122).contains(first), bytes.count <= 63 else { return false }
  return bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
}

extension SettingType where Value == Bool {
  /// true or false.
  package static let boolean = SettingType(name: "true or false", schema: .members(["type": .string("boolean")])) {
    node, reader in
    guard case .boolean(let value) = node.content else {
      reader.report(node, "true or false was expected, here is \(node.kindName)")
      return nil
    }
    return Reading(value, resolved: .boolean(value))
  }
}

extension SettingType where Value == Int {
  /// A whole number within `range`.
  package static func integer(_ range: ClosedRange<Int>) -> SettingType {
    SettingType(
      name: "whole number",
      schema: .members([
        "type": .string("integer"), "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
      ])
    ) { node, reader in
      guard case .number(let text) = node.content, let value = Int(text), range.contains(value) else {
        reader.report(node, "a whole number from \(range.lowerBound) to \(range.upperBound) was expected")
        return nil
      }
      return Reading(value, resolved: .integer(value))
    }
  }
}

extension SettingType where Value == Double {
  /// A number within `range`.
  package static func number(_ range: ClosedRange<Double>) -> SettingType {
    func shown(_ bound: Double) -> String { bound == bound.rounded() ? String(Int(bound)) : String(bound) }
    let (least, most) = (shown(range.lowerBound), shown(range.upperBound))
    return SettingType(
      name: "number",
      schema: .members(["type": .string("number"), "minimum": .number(least), "maximum": .number(most)])
    ) { node, reader in
      guard case .number(let text) = node.content, let value = Double(text), range.contains(value) else {
        reader.report(node, "a number from \(least) to \(most) was expected")
        return nil
      }
      return Reading(value, resolved: .number(value == value.rounded() ? String(Int(value)) : String(value)))
    }
  }
}

/// A part of a whole, from 0 to 1, with the way it was written.
package struct Share: Hashable, Sendable, CustomStringConvertible {
  /// In hundredths of a percent, so that it compares exactly: 10 % is 1000.
  package var basisPoints: Int

  package init(percent: Int) { basisPoints = percent * 100 }

  init?(written: String) {
    guard written.hasSuffix("%"), let percent = Double(written.dropLast().trimmingSpaces), percent >= 0,
      percent <= 100
    else { return nil }
    basisPoints = Int((percent * 100).rounded())
  }

  /// Whether `part` of `whole` is more than this share.
  package func isExceeded(by part: Int, of whole: Int) -> Bool { part * 10_000 > basisPoints * whole }

  /// As a config writes it, such as `10%` or `2.5%`.
  package var description: String {
    basisPoints % 100 == 0 ? "\(basisPoints / 100)%" : "\(Double(basisPoints) / 100)%"
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

extension SettingType where Value == Share {
  /// A percentage as text, such as `"10%"`.
  package static let share = SettingType(
    name: "percentage",
    schema: .members(["type": .string("string"), "pattern": .string("^[0-9]+(\\.[0-9]+)? ?%$")])
  ) { node, reader in
    guard case .string(let text) = node.content, let share = Share(written: text) else {
      reader.report(node, "a percentage such as \"10%\" was expected, from 0% to 100%")
      return nil
    }
    return Reading(share, resolved: .string(share.description))
  }
}

extension SettingType where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One of the cases' names.
  package static var choice: SettingType {
    let names = Value.allCases.map(\.rawValue)
    return SettingType(
      name: names.map { "`\($0)`" }.joined(separator: ", "),
      schema: .members(["enum": .array(names.map { .string($0) })])
    ) { node, reader in
      guard case .string(let text) = node.content, let value = Value(rawValue: text) else {
        let written: String
        if case .string(let text) = node.content { written = text } else { written = "" }
        reader.report(
          node, "one of \(names.joined(separator: ", ")) was expected",
          remedy: written.isEmpty ? "" : didYouMean(written, among: names))
        return nil
      }
      return Reading(value, resolved: .string(text))
    }
  }
}

extension SettingType {
  /// A list of `element`, of at least one unless `mayBeEmpty`.
  package static func list<Element: Sendable>(of element: SettingType<Element>, mayBeEmpty: Bool = false)
    -> SettingType
  where Value == [Element] {
    var schema: [JSON.Member] = [.init("type", .string("array")), .init("items", element.schema)]
    if !mayBeEmpty { schema.append(.init("minItems", .integer(1))) }
    return SettingType(name: "list of \(element.name)", schema: .object(schema), objects: element.objects) {
      node, reader in
      guard case .array(let nodes) = node.content else {
        reader.report(node, "a list was expected, here is \(node.kindName)")
        return nil
      }
      guard mayBeEmpty || !nodes.isEmpty else {
        reader.report(node, "an empty list means nothing here", remedy: "Leave the setting out or fill the list.")
        return nil
      }
      return gather(
        nodes.enumerated().map { index, node in reader.below("[\(index)]") { element.read(node, &$0) } },
        as: JSON.array)
    }
  }

  /// One `element`, or a list of them.
  package static func oneOrMany<Element: Sendable>(_ element: SettingType<Element>) -> SettingType
  where Value == [Element] {
    let many = SettingType.list(of: element)
    return SettingType(
      name: "\(element.name), or a list of them",
      schema: .members(["anyOf": .array([element.schema, many.schema])]), objects: element.objects
    ) { node, reader in
      if case .array = node.content { return many.read(node, &reader) }
      return element.read(node, &reader).map {
        Reading([$0.value], resolved: .array([$0.resolved]), deciding: .array([$0.deciding]))
      }
    }
  }

  /// An object whose member names are free names and whose values are `element`, in the file's order.
  package static func named<Element: Sendable>(_ element: SettingType<Element>) -> SettingType
  where Value == [NamedValue<Element>] {
    SettingType(
      name: "object of \(element.name) by name",
      schema: .members([
        "type": .string("object"), "minProperties": .integer(1),
        "propertyNames": SettingType<String>.name.schema, "additionalProperties": element.schema,
      ]), objects: element.objects
    ) { node, reader in
      guard case .object(let members) = node.content, !members.isEmpty else {
        reader.report(
          node, "an object with at least one member was expected, here is \(node.kindName)",
          remedy: "Write { \"NAME\": … }, with \(element.name) behind each name.")
        return nil
      }
      let readings: [Reading<NamedValue<Element>>?] = members.map { member in
        reader.below(member.name) { reader in
          guard
            let name = SettingType<String>.name.read(
              JSONNode(.string(member.name), at: member.position), &reader)
          else { return nil }
          return element.read(member.value, &reader).map {
            Reading(
              NamedValue(name: Located(name.value, at: member.position, path: reader.currentPath), value: $0.value),
              resolved: $0.resolved, deciding: $0.deciding)
          }
        }
      }
      return gather(readings) { values in
        .object(zip(members, values).map { JSON.Member($0.name, $1) })
      }
    }
  }
}

/// One member of an object with free names.
package struct NamedValue<Value: Sendable>: Sendable {
  package var name: Located<String>
  package var value: Value

  package init(name: Located<String>, value: Value) {
    self.name = name
    self.value = value
  }
}

/// All readings together, or nil if one failed.
private func gather<Element>(_ readings: [Reading<Element>?], as wrap: ([JSON]) -> JSON) -> Reading<[Element]>? {
  let whole = readings.compactMap { $0 }
  guard whole.count == readings.count else { return nil }
  return Reading(whole.map(\.value), resolved: wrap(whole.map(\.resolved)), deciding: wrap(whole.map(\.deciding)))
}
