import Load
import Records
import Store

/// What a format makes of a header and rows.
func written(
  _ format: any RowFormat, _ columns: [TableSchema.PhysicalColumn], _ rows: [[Value]]
) -> String {
  var bytes: [UInt8] = []
  format.append(header: columns, to: &bytes)
  var batch = RowBatch(width: columns.count)
  for value in rows.joined() { batch.append(value) }
  format.append(batch, of: columns, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
