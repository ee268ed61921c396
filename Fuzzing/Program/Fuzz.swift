import CLibFuzzer
import Dispatch
import Foundation
import FuzzTargets

/// Hands the command line to libFuzzer, which calls a target until it is told to stop.
///
/// The target is named by the variable DATELINE_FUZZ_TARGET, so that one instrumented build serves all.
@main enum Fuzz {
  private static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["DATELINE_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      fatalError("DATELINE_FUZZ_TARGET is to be one of \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
    }
    return target
  }()

  static func main() {
    var count = CommandLine.argc
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let status = LLVMFuzzerRunDriver(&count, &words) { start, count in
      Fuzz.run(UnsafeBufferPointer(start: start, count: count))
    }
    exit(status)
  }

  /// Runs the target on one input; libFuzzer keeps the input where the process ends in it.
  private static func run(_ input: UnsafeBufferPointer<UInt8>) -> CInt {
    let bytes = Array(input)
    let isDone = DispatchSemaphore(value: 0)
    // Nothing waits for anything with one job: it is done when this call returns.
    Task.immediateDetached {
      do {
        try await target.run(bytes)
      } catch {
        fatalError("broken promise: \(error)")
      }
      isDone.signal()
    }
    isDone.wait()
    return 0
  }
}
