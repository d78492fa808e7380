-- What the board shows of the last seven days, worked out every few minutes: the counts of 28 parts of six hours, oldest
-- first, and when the last of them begins, which is counted anew whenever the board is read.
ALTER TABLE violation_share RENAME TO violation_week;
ALTER TABLE violation_week
  ALTER COLUMN share DROP NOT NULL,
  ADD COLUMN trend integer[] NOT NULL DEFAULT '{}',
  ADD COLUMN trend_open timestamptz(0);
