import Values

/// What follows from an answer, or from none.
package enum Verdict: Hashable, Sendable {
  /// A page, or 304 where the request was conditional.
  case page(HTTPResponse)
  /// The job goes on at another address.
  case redirect(FetchJob)
  /// The job is tried again, after so many milliseconds at least; with what went wrong.
  case retry(FetchFailure, wait: Int64?)
  case failure(FetchFailure)

  /// Judges a job's answer; `unixSeconds` is the time of day, for waits that end at a date.
  package init(
    _ job: FetchJob, _ result: Result<HTTPResponse, FetchFailure>, settings: HTTPSettings, unixSeconds: Int64
  ) {
    let mayTryAgain = job.attempts < settings.tries
    switch result {
    case .failure(let failure):
      self = failure.mayPass && mayTryAgain ? .retry(failure, wait: nil) : .failure(failure)
    case .success(let response):
      switch response.status {
      case 200, 203: self = .page(response)
      case 304 where !job.conditions.isEmpty: self = .page(response)
      case 300...303, 307, 308:
        let limit = settings.redirects
        do throws(FetchFailure) { self = .redirect(try job.redirected(by: response, limit: limit)) } catch {
          self = .failure(error)
        }
      default:
        let failure = Verdict.failure(of: response)
        let wait = failure.retryAfter.flatMap {
          readRetryAfter($0, now: unixSeconds, cap: max(1, settings.longestWait.milliseconds / 1000))
        }
        self = failure.mayPass && mayTryAgain ? .retry(failure, wait: wait.map { $0 * 1000 }) : .failure(failure)
      }
    }
  }

  /// What a status other than success means.
  private static func failure(of response: HTTPResponse) -> FetchFailure {
    let status = response.status
    let words = response.reason.isEmpty ? "\(status)" : "\(status) \(response.reason)"
    func failure(_ code: String, _ remedy: String, mayPass: Bool = false) -> FetchFailure {
      FetchFailure(
        .headers, code, "the server says \(words)", remedy: remedy, mayPass: mayPass, status: status,
        retryAfter: response["retry-after"])
    }
    switch status {
    case 404, 410: return failure("fetch.gone", "Take the address out of the source if it is not coming back.")
    case 401, 403, 407:
      return failure("fetch.forbidden", "Give the source what the server asks for, or leave the address out.")
    case 304: return failure("fetch.status", "A 304 that nobody asked for: its server has to be mended.", mayPass: true)
    case 408, 425, 429, 500, 502, 503, 504:
      return failure("fetch.server-error", "Run again later; ask for less at once if it stays.", mayPass: true)
    default: return failure("fetch.status", "Look at the address with curl.")
    }
  }

  /// How the host took the request, after `latency` milliseconds; nil where it never got there.
  package func paceOutcome(latency: Int64) -> HostPace.Outcome {
    switch self {
    case .page, .redirect: return .answered(latency: latency)
    case .retry(let failure, let wait): return Self.paceOutcome(failure, wait: wait, latency: latency)
    case .failure(let failure): return Self.paceOutcome(failure, wait: nil, latency: latency)
    }
  }

  private static func paceOutcome(_ failure: FetchFailure, wait: Int64?, latency: Int64) -> HostPace.Outcome {
    if let status = failure.status {
      return status == 429 || status >= 500 ? .overloaded(wait: wait) : .answered(latency: latency)
    }
    switch failure.phase {
    case .resolve, .connect, .tls: return .unreachable
    case .headers: return failure.mayPass ? .unreachable : .answered(latency: latency)
    case .body: return failure.mayPass ? .overloaded(wait: nil) : .answered(latency: latency)
    case .check: return .answered(latency: latency)
    }
  }
}
