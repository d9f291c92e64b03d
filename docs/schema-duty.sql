-- Made by `UPDATE=1 cargo test --test sealed_schema`; version 1.
CREATE TABLE alarm (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE silence (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  quiet_from INTEGER NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to INTEGER NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
  rest_until INTEGER,
  alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
  enough TEXT
) STRICT;
CREATE TABLE heard (
  rule TEXT NOT NULL,
  at INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('fired', 'answered', 'dismissed', 'snoozed', 'less')),
  until INTEGER,
  PRIMARY KEY (rule, at, what)
) STRICT, WITHOUT ROWID;
CREATE TABLE platform (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
