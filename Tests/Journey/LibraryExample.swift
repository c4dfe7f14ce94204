import Dateline

/// The signed agreements of some press releases, one line each.
func signedAgreements(in inputs: [String]) throws -> [String] {
  var lines: [String] = []
  try Pipeline().records(from: DocumentReader(), inputs: inputs, jobs: 2) { outcome in
    guard case .record(let record) = outcome else { return }
    for agreement in record.agreements where agreement.status == "signed" {
      let parties = agreement.parties.map(\.name).joined(separator: " – ")
      lines.append("\(agreement.date ?? "no date"): \(parties): \(agreement.title ?? agreement.type)")
    }
  }
  return lines
}
