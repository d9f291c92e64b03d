-- private.db: encrypted; what a person keeps for themselves.

-- One row an entry. at is when it was felt (seconds since 1970, UTC) with the offset of the place in minutes; words are
-- codes in order with a space between.
CREATE TABLE mood (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  labels TEXT NOT NULL,
  contexts TEXT NOT NULL,
  note TEXT NOT NULL,
  logged INTEGER NOT NULL,
  amended INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX mood_by_time ON mood (at);
