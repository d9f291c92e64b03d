-- Made by `UPDATE=1 cargo test --test store_schema`; version 2.
CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE pack (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  class TEXT NOT NULL,
  seq INTEGER NOT NULL,
  installs INTEGER NOT NULL,
  records INTEGER NOT NULL,
  about BLOB NOT NULL
) STRICT;
CREATE TABLE record (
  row INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (number),
  id TEXT NOT NULL,
  body BLOB NOT NULL
, shard INTEGER REFERENCES shard (number)) STRICT;
CREATE INDEX record_by_id ON record (id, pack);
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
CREATE TABLE name_index (
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (name, kind, row)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
  tokens,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = "ascii tokenchars '!#$%&*=@^~-_'"
);
CREATE TABLE hours (
  pack INTEGER NOT NULL REFERENCES pack (number),
  canonical TEXT NOT NULL,
  doubt TEXT NOT NULL,
  PRIMARY KEY (pack, canonical, doubt)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE publisher (
  pack INTEGER PRIMARY KEY REFERENCES pack (number),
  root BLOB NOT NULL,
  trust TEXT NOT NULL,
  seq INTEGER NOT NULL,
  head BLOB NOT NULL,
  about BLOB NOT NULL,
  received TEXT NOT NULL
) STRICT;
CREATE TABLE charter (
  pack INTEGER NOT NULL REFERENCES pack (number),
  version INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (pack, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE shard (
  number INTEGER PRIMARY KEY,
  pack INTEGER NOT NULL REFERENCES pack (number),
  id TEXT NOT NULL,
  class TEXT NOT NULL,
  line BLOB NOT NULL,
  checkpoint BLOB NOT NULL,
  UNIQUE (pack, id)
) STRICT;
CREATE TABLE entry (
  pack INTEGER NOT NULL REFERENCES pack (number),
  shard TEXT NOT NULL,
  generation INTEGER NOT NULL,
  author BLOB NOT NULL,
  n INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (pack, shard, generation, author, n)
) STRICT;
CREATE TABLE endorsement (
  pack INTEGER NOT NULL REFERENCES pack (number),
  shard TEXT NOT NULL,
  generation INTEGER NOT NULL,
  entry BLOB NOT NULL,
  author BLOB NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (pack, shard, generation, entry, author)
) STRICT;
CREATE TABLE note (
  pack INTEGER NOT NULL REFERENCES pack (number),
  record TEXT NOT NULL,
  author BLOB NOT NULL,
  n INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (pack, record, author)
) STRICT;
CREATE TABLE pack_file (
  pack INTEGER NOT NULL REFERENCES pack (number),
  name TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (pack, name)
) STRICT;
CREATE TABLE evidence (
  number INTEGER PRIMARY KEY,
  pack TEXT NOT NULL,
  reason TEXT NOT NULL,
  received TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX record_by_shard ON record (shard) WHERE shard IS NOT NULL;
