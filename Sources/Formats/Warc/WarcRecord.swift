/// One record of a web archive (WARC 1.0 and 1.1, ISO 28500; ARC 1.0 and 1.1).
package struct WarcRecord: Sendable, Equatable {
  /// What the record is.
  package enum Kind: String, Sendable, CaseIterable {
    case warcinfo, response, resource, request, metadata, revisit, conversion, continuation
    /// A type that the standard doesn't know.
    case other
  }

  package var kind: Kind
  /// The record's fields as written, in order.
  package var fields: FieldList
  /// `WARC-Target-URI` without the angle brackets that some writers put around it, spaces percent-encoded.
  package var target: String?
  /// When it was captured, as written: ISO 8601 in WARC, 14 digits in ARC.
  package var date: String?
  /// What the block is, as written.
  package var contentType: String?
  /// How many bytes the block has.
  package var length: Int
  /// The block; its beginning where it is longer than the limit it was read with.
  package var block: [UInt8]
  /// Where the record begins in the file, in bytes; where its gzip member begins where the file is packed.
  package var offset: Int

  /// Whether the block is longer than what was kept of it.
  package var isCut: Bool { block.count < length }
  /// The record's id as written.
  package var id: String? { fields["WARC-Record-ID"] }

  /// The block as an HTTP response: of a `response`, and of a `revisit` that kept the headers; nil for others.
  package var response: HTTPMessage? {
    guard kind == .response || kind == .revisit else { return nil }
    let message = HTTPMessage(block)
    return message?.status == nil ? nil : message
  }
}

/// Names and values in the order they were written; names are the same in any case.
package struct FieldList: Sendable, Equatable {
  /// One line of a head.
  package struct Field: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var fields: [Field]

  package init(_ fields: [Field] = []) { self.fields = fields }

  /// The first value of the name.
  package subscript(name: String) -> String? {
    let name = name.lowercased()
    return fields.first { $0.name.lowercased() == name }?.value
  }

  /// Takes in one line; one that begins with white space goes on with the line before.
  mutating func add(line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    if let first = line.first, first == 0x20 || first == 0x09 {
      guard !fields.isEmpty else { return }
      fields[fields.count - 1].value += " " + trimmedXMLSpace(text)
    } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let value = text[text.utf8.index(after: colon)...]
      fields.append(Field(trimmedXMLSpace(String(text[..<colon])), trimmedXMLSpace(String(value))))
    }
  }
}

/// What is wrong with a web archive.
package struct WarcFault: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// It ends inside of a record.
    case truncated
    /// It can't be unpacked from there on.
    case damaged
    /// No record begins where one should.
    case malformed
    /// A record's length makes no sense; it was read as an empty one.
    case badLength
    /// Records don't begin where gzip members do, so that one can't be read alone.
    case unaligned
  }

  package var kind: Kind
  /// Where, in bytes of the file: where the record or its gzip member begins.
  package var offset: Int
}
