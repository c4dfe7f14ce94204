import Dateline
import DatelineDocuments
import DatelineRecords
import Foundation
do {
  let pipeline = try Pipeline()
  DocumentReader().read(Array(CommandLine.arguments.dropFirst())) { outcome in
    switch outcome {
    case .document(let d):
      FileHandle.standardOutput.write(Data(RecordExport.json(pipeline.record(of: d)) + [10]))
    case .failure(let e): FileHandle.standardError.write(Data("\(e)\n".utf8))
    }
  }
} catch { print(error) }
if CommandLine.arguments.count == 1 { for f in try Pipeline().patternFaults() { print(f) } }
