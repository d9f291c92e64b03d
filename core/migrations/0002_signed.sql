-- Signed packs. Their rows in `record` are a view of checkpoint and entries here.
CREATE TABLE publisher (
  pack INTEGER PRIMARY KEY REFERENCES pack (number),
  root BLOB NOT NULL,
  trust TEXT NOT NULL,
  seq INTEGER NOT NULL,
  head BLOB NOT NULL,
  about BLOB NOT NULL,
  received TEXT NOT NULL
) STRICT;

-- Every version, since each vouches for the next one; needed to pass a pack on.
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

-- `shown` is 0 for what is not published yet: it is kept, and changes no row.
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

-- Voices from the field: one of each key about each record.
CREATE TABLE note (
  pack INTEGER NOT NULL REFERENCES pack (number),
  record TEXT NOT NULL,
  author BLOB NOT NULL,
  n INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (pack, record, author)
) STRICT;

-- Tables that travel with a pack.
CREATE TABLE pack_file (
  pack INTEGER NOT NULL REFERENCES pack (number),
  name TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (pack, name)
) STRICT;

-- What was refused and shows that somebody said two things.
CREATE TABLE evidence (
  number INTEGER PRIMARY KEY,
  pack TEXT NOT NULL,
  reason TEXT NOT NULL,
  received TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;

ALTER TABLE record ADD COLUMN shard INTEGER REFERENCES shard (number);
CREATE INDEX record_by_shard ON record (shard) WHERE shard IS NOT NULL;
