-- Made by `UPDATE=1 cargo test --test sealed_schema`; version 1.
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
CREATE TABLE answered (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  form TEXT NOT NULL,
  answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_line (
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 7),
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  record TEXT,
  PRIMARY KEY (step, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE memo_field (
  field TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  share INTEGER NOT NULL CHECK (share IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE favourite (
  record TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  added INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE own (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  kana TEXT NOT NULL,
  tel TEXT NOT NULL,
  address TEXT NOT NULL,
  hours TEXT NOT NULL,
  note TEXT NOT NULL,
  changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE own_token (
  token TEXT NOT NULL,
  id BLOB NOT NULL REFERENCES own (id) ON DELETE CASCADE,
  PRIMARY KEY (token, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE tried (
  record TEXT NOT NULL,
  channel TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (record, channel, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  about TEXT NOT NULL CHECK (about IN ('feeling', 'people', 'own')),
  text TEXT NOT NULL,
  days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 0 AND 1439),
  unless_logged_hours INTEGER NOT NULL CHECK (unless_logged_hours BETWEEN 0 AND 168),
  rarer INTEGER NOT NULL CHECK (rarer BETWEEN 0 AND 255),
  since TEXT NOT NULL,
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE happened (
  rule TEXT NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('fired', 'answered', 'dismissed', 'snoozed', 'less')),
  until INTEGER,
  PRIMARY KEY (rule, at, what),
  CHECK ((what = 'snoozed') = (until IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
