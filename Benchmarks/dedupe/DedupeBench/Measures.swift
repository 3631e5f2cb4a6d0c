import Glibc

/// Nanoseconds of CPU time of this process, and resident memory.
enum Measures {
  static func cpu() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  static func wall() -> Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The largest resident size so far, in bytes.
  static func peak() -> Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(0), &usage)
    return usage.ru_maxrss * 1024
  }
}
