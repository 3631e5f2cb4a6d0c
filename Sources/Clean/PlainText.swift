import Records
import Text

/// The page of a plain text: a paragraph for each stretch between blank lines; its first line is the title if it is short.
func cleanPlainText(_ utf8: [UInt8], _ document: Document) -> Page {
  var page = Page(id: document.id, provenance: Provenance(of: document))
  var paragraph = WhiteSpaceFolder()
  for line in utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    var folder = WhiteSpaceFolder()
    folder.append(line.filter { $0 >= 0x20 || (0x09...0x0D).contains($0) })
    let folded = folder.finish()
    if folded.isEmpty {
      page.add(&paragraph)
      continue
    }
    if page.blocks.isEmpty, paragraph.isEmpty { page.takeTitle(folded) }
    paragraph.appendSpace()
    paragraph.append(folded)
  }
  page.add(&paragraph)
  return page
}

extension Page {
  /// The longest first line, in characters, that is taken for a title.
  private static let longestTitle = 120

  fileprivate mutating func add(_ paragraph: inout WhiteSpaceFolder) {
    if !paragraph.isEmpty {
      blocks.append(Block(.paragraph, nfc(String(decoding: paragraph.finish(), as: UTF8.self))))
    }
    paragraph = WhiteSpaceFolder()
  }

  fileprivate mutating func takeTitle(_ line: [UInt8]) {
    let text = nfc(String(decoding: line, as: UTF8.self))
    guard text.count <= Page.longestTitle else { return }
    title = text
    titleRule = "first line"
  }
}
