import CSpawn
import Glibc
package import Records

/// A program that runs beside this one, in a process group of its own; its output and its messages go to files.
package struct ProgramCall: ~Copyable {
  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  private let process: pid_t
  private var isOver = false

  /// Starts a program; `arguments` begin with its name, which is looked up in `PATH` or, with a slash, seen from `folder`.
  ///
  /// Throws `fetch.command` where it can't be started.
  package init(
    _ arguments: [String], environment: [(name: String, value: String)], folder: String, output: String,
    messages: String
  ) throws(Failure) {
    let variables = environment.map { "\($0.name)=\($0.value)" }
    var started: pid_t = 0
    // The arrays of pointers live as long as the closures that get them.
    let problem = unsafe Self.withPointers(arguments) { arguments in
      unsafe Self.withPointers(variables) { variables in
        unsafe Self.spawn(&started, arguments, variables, folder, output, messages)
      }
    }
    guard problem == 0 else {
      let said = unsafe String(cString: strerror(problem))
      throw Failure(
        "fetch.command", "\(arguments.first ?? "") can't be started: \(said)",
        remedy: "Mend \"command\"; a name without a slash is looked up in PATH.")
    }
    process = started
  }

  deinit { if !isOver { kill(-process, SIGKILL) } }

  /// How it ended; nil while it runs. What it started and left behind in its group ends with it.
  package mutating func ending() -> Ending? {
    var info = unsafe siginfo_t()
    // The call fills a struct of this stack frame; it leaves the process to be waited for, so that its group's number
    // can't be another's yet.
    let result = unsafe waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
    guard unsafe result != 0 || info.si_signo == SIGCHLD else { return nil }
    return finish()
  }

  /// Asks the whole group to end.
  package func interrupt() { kill(-process, SIGTERM) }

  /// Ends the whole group at once.
  package mutating func end() { _ = finish() }

  private mutating func finish() -> Ending {
    kill(-process, SIGKILL)
    var status: Int32 = 0
    // As above.
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    isOver = true
    let signal = status & 0x7F
    return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Texts as the null-terminated array of C texts that the call takes, for the length of `body`.
  private static func withPointers(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Int32
  ) -> Int32 {
    var pointers = unsafe texts.map { unsafe strdup($0) }
    unsafe pointers.append(nil)
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe body(pointers)
  }

  private static func spawn(
    _ process: inout pid_t, _ arguments: [UnsafeMutablePointer<CChar>?], _ variables: [UnsafeMutablePointer<CChar>?],
    _ folder: String, _ output: String, _ messages: String
  ) -> Int32 {
    var files = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    // Both live on this stack frame, from here to the end of the function.
    unsafe posix_spawn_file_actions_init(&files)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&files)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&files, 1, output, writing, 0o600)
    unsafe posix_spawn_file_actions_addopen(&files, 2, messages, writing, 0o600)
    unsafe sluice_begin_in(&files, folder)
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { unsafe sigaddset(&signals, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    guard let name = unsafe arguments.first ?? nil else { return EINVAL }
    return unsafe posix_spawnp(&process, name, &files, &attributes, arguments, variables)
  }
}
