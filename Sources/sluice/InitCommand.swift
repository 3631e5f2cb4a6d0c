import ArgumentParser
import Foundation
import Pipeline
import Records
import Store

/// `sluice init`: a first pipeline.json for what lies in a folder.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a first pipeline.json, with comments, for the pages and texts in a folder.",
    discussion: "It is written into that folder and checked. A pipeline.json that is there already is left alone.")

  @Argument(help: ArgumentHelp("The folder; the current one if not given.", valueName: "dir"))
  var folder = "."

  func run() throws {
    let folder = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL.path
    let file = "\(folder)/pipeline.json"
    do throws(Failure) {
      guard !FileCalls.exists(file) else {
        throw Failure(
          "init.exists", "there is a pipeline.json already", at: .init(address: file),
          remedy: "Change that one, or move it away.")
      }
      let text = try StartingConfig(lookingInto: folder).text
      try FileCalls.write(Array(text.utf8), to: file)
    } catch {
      throw error.ending(with: error.diagnostic.code.hasPrefix("init.") ? 2 : 3)
    }
    do throws(ConfigError) {
      let project = try Project(file: file, environment: ProcessInfo.processInfo.environment)
      Terminal.say("wrote \(project.file): \(project.stages.map(\.rawValue).joined(separator: ", "))")
      Terminal.say("look at it, then: sluice run -c \(file)")
    } catch {
      for line in error.lines { Terminal.say(line) }
      throw ExitCode(3)
    }
  }
}
