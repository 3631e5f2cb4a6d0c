import Foundation
import TestSupport

/// Serves pages of 10 KB at `/p/NUMBER` on this machine, each with a validator, until its standard input ends. The first
/// line it prints is its port.
@main
enum FetchServer {
  static func main() throws {
    let words = filler()
    let server = try LoopbackServer(keepsLog: false) { request in
      if request.path == "/robots.txt" { return .init(["Content-Type": "text/plain"]) }
      guard request.path.hasPrefix("/p/"), let number = Int(request.path.dropFirst(3)) else { return .missing }
      let etag = "\"v1-\(number)\""
      if request.fields["if-none-match"] == etag { return .init(status: 304, ["ETag": etag]) }
      return .init(["Content-Type": "text/html; charset=utf-8", "ETag": etag], body: page(number, words))
    }
    FileHandle.standardOutput.write(Data("\(server.port)\n".utf8))
    while readLine() != nil {}
    server.stop()
  }

  /// Text that packs about as well as pages do; each page begins at another place of it.
  private static func filler() -> [UInt8] {
    var state: UInt64 = 1
    var bytes: [UInt8] = []
    while bytes.count < 1 << 20 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = 2 + Int(state >> 60) / 2
      for place in 0..<length { bytes.append(97 + UInt8(state >> UInt64(20 + 4 * place) & 15)) }
      bytes.append(state >> 40 & 15 == 0 ? 10 : 32)
    }
    return bytes
  }

  private static func page(_ number: Int, _ words: [UInt8]) -> [UInt8] {
    let head =
      "<!doctype html><html><head><title>Page \(number)</title></head><body><article><h1>Page \(number)</h1><p>"
    let tail = "</p></article></body></html>\n"
    let start = number &* 7919 % (words.count - 10_240)
    return Array(head.utf8) + words[start..<start + 10_240 - head.utf8.count - tail.utf8.count] + Array(tail.utf8)
  }
}
