import Records
import Text

/// The page of a plain text: a paragraph for each stretch between blank lines, headings where a short line stands alone.
///
/// A line that opens a turn of an interview, a place such as `US, MA, Boston` or a list item begins a block of its own.
/// - Parameter splits: what items to cut out; their lines stand in no block.
func cleanPlainText(_ utf8: [UInt8], _ document: Document, splits: [ItemRule]) -> Page {
  var page = Page(id: document.id, provenance: Provenance(of: document))
  let lines = TextLine.all(of: utf8)
  let found = TextSplitter(lines, splits)
  page.items = found.items
  let title = TextLine.title(of: lines)
  if let title {
    page.title = lines[title].text
    page.titleRule = "first line"
  }
  page.blocks = TextBlocks(lines, without: found.taken, title: title).blocks
  return page
}
