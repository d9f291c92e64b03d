-- duty.db: encrypted under the key of the device, open after the first unlock. Only what has to go on with the lock on;
-- nothing in it is readable content.

-- Alarms that the platform has been asked to set. rule is a random id; text is the id of a neutral text.
CREATE TABLE alarm (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- The one row of what must stay silent. rest_until is NULL when not resting, -1 until the person says otherwise.
CREATE TABLE silence (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  quiet_from INTEGER NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to INTEGER NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
  rest_until INTEGER
) STRICT;

-- What happened to check-ins while private.db was locked; taken over when it opens.
CREATE TABLE heard (
  rule TEXT NOT NULL,
  at INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('fired', 'answered', 'dismissed', 'snoozed')),
  until INTEGER,
  PRIMARY KEY (rule, at, what)
) STRICT, WITHOUT ROWID;
