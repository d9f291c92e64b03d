-- private.db: encrypted; what a person keeps for themselves. Instants are seconds since 1970 (UTC); what happened has
-- the offset of the place in minutes beside it.

-- One row an entry of the mood log. Words are codes in order with a space between.
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

-- つながりの質問: what was answered, when somebody chose to keep it. Answers are numbers with a space between.
CREATE TABLE answered (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  at INTEGER NOT NULL,
  offset_minutes INTEGER NOT NULL,
  form TEXT NOT NULL,
  answers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- つらいときのメモ: lines of seven steps, in the order that the person gave them. A line may be an entry of the
-- directory; its text is the name of that day then.
CREATE TABLE plan_line (
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 7),
  place INTEGER NOT NULL,
  text TEXT NOT NULL,
  record TEXT,
  PRIMARY KEY (step, place)
) STRICT, WITHOUT ROWID;

-- The consultation memo: one row a field, and whether it may be shown to somebody.
CREATE TABLE memo_field (
  field TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  share INTEGER NOT NULL CHECK (share IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Entries of the directory that somebody wants to find again. The name is that of the day it was chosen, for the time
-- when the entry is gone.
CREATE TABLE favourite (
  record TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  added INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Entries of one's own, and the words they are found by.
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

-- Lines that did not answer, for a day.
CREATE TABLE tried (
  record TEXT NOT NULL,
  channel TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (record, channel, at)
) STRICT, WITHOUT ROWID;

-- Check-ins: the rules that somebody made. Days are bits, Monday lowest; from and to are minutes after midnight.
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

-- What happened to them. until is the end of あとで; less is もっと少なく.
CREATE TABLE happened (
  rule TEXT NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('fired', 'answered', 'dismissed', 'snoozed', 'less')),
  until INTEGER,
  PRIMARY KEY (rule, at, what),
  CHECK ((what = 'snoozed') = (until IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- What somebody chose, by name. Names and values are those of the code that owns each.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
