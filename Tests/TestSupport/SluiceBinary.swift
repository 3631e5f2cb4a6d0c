import Foundation

/// The path of the built `sluice`: `SLUICE_BINARY`, else the executable of that name in the folder of this test bundle
/// or the nearest one above; nil where none has been built.
package let sluiceBinary: String? = {
  if let named = ProcessInfo.processInfo.environment["SLUICE_BINARY"] { return named }
  let starts = [ProcessInfo.processInfo.arguments.first, Bundle.main.executablePath].compactMap { $0 }
  for start in starts {
    var folder = URL(fileURLWithPath: start).standardizedFileURL.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("sluice").path
      if isExecutableFile(candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
  }
  return nil
}()

private func isExecutableFile(_ path: String) -> Bool {
  let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  return type == .typeRegular && FileManager.default.isExecutableFile(atPath: path)
}
