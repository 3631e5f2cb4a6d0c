import Fetch
import Foundation
import Pipeline
import Records
import Store
import Synchronization

/// What goes to people: messages on stderr, data on stdout.
enum Terminal {
  /// Whether stderr is a terminal.
  static let isInteractive = isatty(STDERR_FILENO) == 1
  private static let usesColour =
    isInteractive && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty

  /// Whether stdout is a terminal that is to show bold text.
  static var showsStyles: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
  }

  /// A line on stderr.
  static func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// A diagnostic on stderr, its severity in colour on a terminal.
  static func report(_ diagnostic: Diagnostic) {
    let text = diagnostic.description
    guard usesColour else { return say(text) }
    let colour = diagnostic.severity == .warn ? "33" : "31"
    let head = diagnostic.severity.rawValue
    say("\u{1B}[\(colour)m\(head)\u{1B}[0m\(text.dropFirst(head.count))")
  }

  /// Data on stdout, in one piece.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}

/// Shows a run's progress on a terminal, and a line for each stage that is done unless told to be quiet.
final class ProgressLine: RunObserver {
  private let isQuiet: Bool
  private let lastShown = Mutex(ContinuousClock.now)
  private let isShown = Mutex(false)

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func progress(_ stage: Stage, done: Int, total: Int) {
    let share = total > 0 ? " of \(total) (\(done * 100 / total) %)" : ""
    show("\(stage.rawValue) \(done)\(share)")
  }

  func fetching(_ progress: FetchProgress) { show(progress.line) }

  private func show(_ text: @autoclosure () -> String) {
    guard Terminal.isInteractive, !isQuiet else { return }
    let isDue = lastShown.withLock { last in
      let now = ContinuousClock.now
      guard now - last > .milliseconds(100) else { return false }
      last = now
      return true
    }
    guard isDue else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text())".utf8))
    isShown.withLock { $0 = true }
  }

  func notice(_ diagnostic: Diagnostic) {
    clear()
    Terminal.report(diagnostic)
  }

  func finished(_ numbers: StageNumbers) {
    clear()
    guard !isQuiet else { return }
    Terminal.say(numbers.line)
  }

  /// Takes the progress off the terminal.
  func clear() {
    isShown.withLock { shown in
      if shown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      shown = false
    }
  }
}

extension FetchProgress {
  /// One line for people: `fetch 120 pages, 14 a second; 300 queued at 3 hosts, 6 under way; about 21 s left`.
  fileprivate var line: String {
    let rate = milliseconds > 0 ? Double(done) * 1000 / Double(milliseconds) : 0
    var text = "fetch \(done) pages, \((rate * 10).rounded() / 10) a second"
    text += "; \(queued) queued at \(hosts) \(hosts == 1 ? "host" : "hosts"), \(underWay) under way"
    if rate > 0, queued > 0 { text += "; about \(Int(Double(queued) / rate)) s left" }
    return text
  }
}

extension StageNumbers {
  /// One line for people: `clean      1986 in, 1970 out, 16 rejected; worked on 12 (new 10, input changed 2); 1.2 s`.
  var line: String {
    var text = stage.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)
    text += "\(inputs) in, \(outputs) out"
    if rejected > 0 { text += ", \(rejected) rejected" }
    for (rule, count) in dropped.sorted(by: { $0.key < $1.key }) { text += ", \(count) \(rule)" }
    for (name, count) in found.sorted(by: { $0.key < $1.key }) { text += ", \(count) \(name)" }
    if warnings > 0 { text += ", \(warnings) \(warnings == 1 ? "warning" : "warnings")" }
    let total = worked.values.reduce(0, +)
    if total == 0 {
      text += "; nothing to do"
    } else {
      let reasons = worked.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      text += "; worked on \(reasons)"
    }
    return text + "; \((seconds * 10).rounded() / 10) s"
  }
}
