-- directory.db: public, replaceable, nothing about the person. Rows are a view of records.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta (key, value) VALUES ('next_row', 1);

-- One published or imported set of records; replaced as a whole.
CREATE TABLE pack (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  class TEXT NOT NULL,
  seq INTEGER NOT NULL,
  installs INTEGER NOT NULL,
  records INTEGER NOT NULL,
  about BLOB NOT NULL
) STRICT;

-- row = bucket << 40 | counter: reading by row is reading in the order of what helps people first.
CREATE TABLE record (
  row INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (number),
  id TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX record_by_id ON record (id, pack);

-- What ranking reads of up to 500 candidates, apart from the bodies so that few pages are touched.
CREATE TABLE rank (
  row INTEGER PRIMARY KEY,
  names TEXT NOT NULL,
  text TEXT NOT NULL,
  facets TEXT NOT NULL,
  lat_e6 INTEGER,
  lon_e6 INTEGER,
  assured_day INTEGER,
  half_life_days INTEGER
) STRICT;

-- Normalised names, readings, other names and numbers; asked first, exactly and then by prefix.
CREATE TABLE name_index (
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (name, kind, row)
) STRICT, WITHOUT ROWID;

-- Tokens only: bigrams, single characters, marked name bigrams, areas, cells, topics.
CREATE VIRTUAL TABLE search USING fts5 (
  tokens,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = "ascii tokenchars '!#$%&*=@^~-_'"
);
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);

-- Distinct opening hours, so that each is compiled once.
CREATE TABLE hours (
  pack INTEGER NOT NULL REFERENCES pack (number),
  canonical TEXT NOT NULL,
  doubt TEXT NOT NULL,
  PRIMARY KEY (pack, canonical, doubt)
) STRICT, WITHOUT ROWID;

-- The importer's own: files and rows as they were published. Never travels in a pack.
CREATE TABLE source_file (
  pack INTEGER NOT NULL REFERENCES pack (number),
  file TEXT NOT NULL,
  about BLOB NOT NULL,
  PRIMARY KEY (pack, file)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_row (
  number INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (number),
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  record TEXT,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX source_row_by_record ON source_row (record) WHERE record IS NOT NULL;
CREATE INDEX source_row_by_file ON source_row (pack, file, number);
