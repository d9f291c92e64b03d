-- duty.db: encrypted under the key of the device, open after the first unlock. Only what has to go on with the lock on;
-- nothing in it is readable content.

-- Alarms that the platform has been asked to set. rule is a random id; text is the id of a neutral text.
CREATE TABLE alarm (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- The one row of what must stay silent. rest_until is NULL when not resting, -1 until the person says otherwise; enough
-- is the day of 今日はもういい.
CREATE TABLE silence (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  quiet_from INTEGER NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to INTEGER NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
  rest_until INTEGER,
  alone INTEGER NOT NULL CHECK (alone IN (0, 1)),
  enough TEXT
) STRICT;

-- What happened to check-ins while private.db was locked; taken over when it opens. less is もっと少なく.
CREATE TABLE heard (
  rule TEXT NOT NULL,
  at INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('fired', 'answered', 'dismissed', 'snoozed', 'less')),
  until INTEGER,
  PRIMARY KEY (rule, at, what)
) STRICT, WITHOUT ROWID;

-- What the platform told: whether it may speak, and how the self-test went. Names are those of the code.
CREATE TABLE platform (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
