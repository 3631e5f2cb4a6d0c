import ArgumentParser
import Foundation
import Records
import Store

/// The program: its version and its commands.
struct Sluice: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "sluice",
    abstract: "Turns piles of web pages and files into deduplicated analytics tables.",
    discussion: """
      Exit status: 0 done; 1 a data check failed or a difference was found; 2 wrong usage or config; 3 an internal or \
      I/O error; 4 a budget or a vanished source, nothing published; 75 another run holds the lock; 130 and 143 \
      stopped by a signal, run again to go on.
      """,
    version: version,
    subcommands: [
      RunCommand.self, PlanCommand.self, CheckCommand.self, ValidateCommand.self, RunsCommand.self, RejectsCommand.self,
      ReportCommand.self, StatusCommand.self, InspectCommand.self, SearchCommand.self, InitCommand.self,
      ConfigSchemaCommand.self,
    ])
}

/// Parses the command line, runs the command, and gives the exit status that the documentation promises.
@main
enum Main {
  static func main() async {
    do {
      var command = try Sluice.parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch let failure as Failure {
      Terminal.report(failure.diagnostic)
      exit(3)
    } catch {
      finish(error)
    }
  }

  private static func finish(_ error: any Error) -> Never {
    let code = Sluice.exitCode(for: error)
    let message = Sluice.fullMessage(for: error)
    if code.isSuccess {
      print(message)
    } else if !message.isEmpty {
      Terminal.say(message)
    }
    // The parser's own status for wrong usage is 64; ours is 2, like that of a wrong config.
    exit(code == .validationFailure ? 2 : code.rawValue)
  }
}
