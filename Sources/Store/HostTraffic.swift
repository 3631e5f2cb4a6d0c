/// What was asked of one host in a run.
package struct HostTraffic: Hashable, Sendable {
  /// Scheme, name and port.
  package var host: String
  package var requests: Int
  /// Bytes of bodies as they were sent.
  package var bytes: Int
  /// Answers that said nothing had changed.
  package var notModified: Int
  /// Requests that repeated one.
  package var retries: Int

  package init(host: String, requests: Int = 0, bytes: Int = 0, notModified: Int = 0, retries: Int = 0) {
    self.host = host
    self.requests = requests
    self.bytes = bytes
    self.notModified = notModified
    self.retries = retries
  }
}
