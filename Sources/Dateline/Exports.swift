// A client writes `import Dateline` and has the values of every room: where a thing is made
// is our business, not theirs.
@_exported import DatelineDocuments
@_exported import DatelineRecords
@_exported import DatelineReports
@_exported import DatelineStore
