/// The tables of a store, for everyone who asks them with plain SQL.
///
/// ```text
/// documents            one row a document; `number` is what the other tables call `document`; `json` is the whole record
/// authors, summaries   lists of a document
/// paragraphs           spans of `documents.text`; `duplicate_*` says which paragraph this one repeats
/// dates, amounts       with their spans
/// people               one row a person and document; the same `key` is the same person everywhere
/// person_roles         what they are, and where
/// organisations        like people, with kind, country and aliases (organisation_aliases)
/// places               like people; kind = 'country' for countries
/// mentions             every place in the text (or headline) where one of the three is named
/// agreements           with agreement_parties, signatories and evidence
/// timeline             a view: one row an agreement, readable
/// document_words       full-text search: SELECT rowid FROM document_words WHERE document_words MATCH 'кос* меморандум*'
/// ```
///
/// Spans are `start` and `stop` in characters (code points) from 0, so the text of one is
/// `substr(text, start + 1, stop - start)`. `part` is `'title'` where a span counts in the headline, else NULL.
/// All local ids (`p1`, `o1`, `l1`, `a1`) are those of the record; a record that gives an id twice keeps the first
/// in the tables and both in `json`.
enum Schema {
  /// The steps from an empty file to the present, by name, in order.
  ///
  /// A step that was published is never edited.
  static let migrations: [(name: String, sql: String)] = [
    ("documents", documents), ("entities", entities), ("agreements", agreements), ("timeline", timeline),
  ]

  /// Kept apart: an SQLite without FTS5 can do everything but search.
  static let fullText = (name: "full-text", sql: words)

  /// `PRAGMA application_id` of a store: "DLN1".
  static let applicationID = 0x444C_4E31

  private static let documents = """
    CREATE TABLE documents (
      number INTEGER PRIMARY KEY,
      identity TEXT NOT NULL UNIQUE,
      id TEXT NOT NULL,
      path TEXT NOT NULL,
      format TEXT NOT NULL,
      item INTEGER,
      url TEXT,
      feed TEXT,
      encoding TEXT,
      bytes INTEGER,
      language TEXT NOT NULL,
      script TEXT,
      language_confidence REAL,
      title TEXT,
      agency TEXT,
      dateline_place TEXT,
      dateline_country TEXT,
      dateline_date TEXT,
      published TEXT,
      published_from TEXT,
      text TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;
    CREATE INDEX documents_by_id ON documents (id);
    CREATE INDEX documents_by_publication ON documents (published);
    CREATE TABLE authors (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE summaries (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      position INTEGER NOT NULL,
      sentence TEXT NOT NULL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE paragraphs (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      position INTEGER NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      duplicate_document TEXT,
      duplicate_paragraph INTEGER,
      similarity REAL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE dates (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      part TEXT,
      type TEXT NOT NULL,
      value TEXT NOT NULL,
      first_day TEXT,
      last_day TEXT,
      anchor TEXT,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dates_by_day ON dates (first_day);
    CREATE TABLE amounts (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      part TEXT,
      value REAL NOT NULL,
      currency TEXT NOT NULL,
      PRIMARY KEY (document, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let entities = """
    CREATE TABLE organisations (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      key TEXT,
      kind TEXT NOT NULL,
      country TEXT,
      PRIMARY KEY (document, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX organisations_by_key ON organisations (key);
    CREATE TABLE organisation_aliases (
      document INTEGER NOT NULL,
      organisation TEXT NOT NULL,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (document, organisation, position),
      FOREIGN KEY (document, organisation) REFERENCES organisations (document, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE places (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      key TEXT,
      kind TEXT NOT NULL,
      country TEXT,
      PRIMARY KEY (document, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX places_by_key ON places (key);
    CREATE TABLE people (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      key TEXT,
      PRIMARY KEY (document, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX people_by_key ON people (key);
    CREATE TABLE person_roles (
      document INTEGER NOT NULL,
      person TEXT NOT NULL,
      position INTEGER NOT NULL,
      title TEXT NOT NULL,
      modifier TEXT,
      organisation TEXT,
      country TEXT,
      start INTEGER,
      stop INTEGER,
      part TEXT,
      PRIMARY KEY (document, person, position),
      FOREIGN KEY (document, person) REFERENCES people (document, id) ON DELETE CASCADE,
      FOREIGN KEY (document, organisation) REFERENCES organisations (document, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_roles_by_organisation ON person_roles (document, organisation);
    CREATE TABLE mentions (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'place')),
      entity TEXT NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      part TEXT,
      PRIMARY KEY (document, kind, entity, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let agreements = """
    CREATE TABLE agreements (
      document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
      id TEXT NOT NULL,
      type TEXT NOT NULL,
      status TEXT NOT NULL,
      title TEXT,
      date TEXT,
      place TEXT,
      subject TEXT,
      amount REAL,
      currency TEXT,
      plover TEXT,
      cameo TEXT,
      confidence REAL,
      PRIMARY KEY (document, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX agreements_by_date ON agreements (date);
    CREATE TABLE agreement_parties (
      document INTEGER NOT NULL,
      agreement TEXT NOT NULL,
      position INTEGER NOT NULL,
      ref TEXT,
      kind TEXT,
      key TEXT,
      name TEXT NOT NULL,
      country TEXT,
      PRIMARY KEY (document, agreement, position),
      FOREIGN KEY (document, agreement) REFERENCES agreements (document, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX agreement_parties_by_key ON agreement_parties (key);
    CREATE INDEX agreement_parties_by_country ON agreement_parties (country);
    CREATE TABLE signatories (
      document INTEGER NOT NULL,
      agreement TEXT NOT NULL,
      position INTEGER NOT NULL,
      person TEXT NOT NULL,
      PRIMARY KEY (document, agreement, position),
      FOREIGN KEY (document, agreement) REFERENCES agreements (document, id) ON DELETE CASCADE,
      FOREIGN KEY (document, person) REFERENCES people (document, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX signatories_by_person ON signatories (document, person);
    CREATE TABLE evidence (
      document INTEGER NOT NULL,
      agreement TEXT NOT NULL,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      part TEXT,
      PRIMARY KEY (document, agreement, position),
      FOREIGN KEY (document, agreement) REFERENCES agreements (document, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    """

  private static let timeline = """
    CREATE VIEW timeline AS
    SELECT
      coalesce(a.date, d.published) AS date,
      CASE WHEN a.date IS NOT NULL THEN 'stated' WHEN d.published IS NOT NULL THEN 'reported' END AS dated,
      a.status,
      a.type,
      a.title,
      (SELECT group_concat(name, '; ') FROM (SELECT name FROM agreement_parties
        WHERE document = a.document AND agreement = a.id ORDER BY position)) AS parties,
      (SELECT group_concat(country, ' ') FROM (SELECT DISTINCT country FROM agreement_parties
        WHERE document = a.document AND agreement = a.id AND country IS NOT NULL ORDER BY country)) AS countries,
      (SELECT group_concat(p.name, '; ') FROM signatories AS s JOIN people AS p
        ON p.document = s.document AND p.id = s.person
        WHERE s.document = a.document AND s.agreement = a.id) AS signatories,
      coalesce((SELECT name FROM places WHERE document = a.document AND id = a.place), a.place) AS place,
      a.subject,
      a.amount,
      a.currency,
      (SELECT text FROM evidence WHERE document = a.document AND agreement = a.id
        ORDER BY position LIMIT 1) AS evidence,
      a.confidence,
      d.title AS document_title,
      d.agency,
      d.published,
      d.path,
      d.url,
      d.language,
      a.document,
      a.id AS agreement
    FROM agreements AS a JOIN documents AS d ON d.number = a.document
    ORDER BY 1, a.document, a.id;
    """

  private static let words = """
    CREATE VIRTUAL TABLE document_words USING fts5 (
      title, text, content='documents', content_rowid='number', tokenize="unicode61 remove_diacritics 2");
    INSERT INTO document_words (document_words) VALUES ('rebuild');
    CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
      INSERT INTO document_words (rowid, title, text) VALUES (new.number, new.title, new.text);
    END;
    CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
      INSERT INTO document_words (document_words, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
    END;
    """
}
