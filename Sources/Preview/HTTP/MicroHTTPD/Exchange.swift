import Synchronization

/// One request and its answer, from the first line of the one to the last byte of the other.
final class Exchange: Sendable {
  enum State: Sendable {
    /// The header has not been read.
    case new
    /// The body, which nothing here has a use for, is being read.
    case reading
    /// The answer is being made.
    case waiting
    case ready(Response)
  }

  let target: String
  let state = Mutex(State.new)

  init(target: String) { self.target = target }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> Exchange? {
    pointer.map { Unmanaged<Exchange>.fromOpaque($0).takeUnretainedValue() }
  }
}
