import Dateline
import DatelineDocuments
import DatelineLexicon
import Foundation

/// Something wrong that a command found out by itself.
struct CommandError: Error, Equatable {
  var path: String?
  /// What is wrong; what to do.
  var message: String
}

/// An error as one line: where, what is wrong, what to do.
///
/// Errors become words here and nowhere else.
func sentence(for error: any Error) -> String {
  switch error {
  case let error as DocumentError:
    let place = error.offset.map { " at byte \($0):" } ?? ""
    return "\(named(error.path)):\(place) \(error.message)"
  case let error as CommandError:
    return (error.path.map { "\(named($0)): " } ?? "") + error.message
  case let error as DictionaryFaults where error.faults.count > 1:
    return "\(error.faults[0]) (and \(error.faults.count - 1) more: ‘dateline dictionaries check’ tells all)"
  case let error as UsageError:
    return error.message
  case let error as any LocalizedError where error.errorDescription != nil:
    return error.errorDescription ?? ""
  default:
    return String(describing: error)
  }
}

private func named(_ path: String) -> String { path == "-" ? "standard input" : path }
