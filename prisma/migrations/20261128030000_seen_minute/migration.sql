-- Lists are ordered by the minute in which a violation was last seen. While the instant itself stood in indexes, every
-- call that was counted wrote a new entry into each index of the table; now it does so once a minute. Rows leave room for
-- their next state on the page that they are on, which is what Postgres needs for that.
ALTER TABLE violation SET (fillfactor = 70);
ALTER TABLE violation ADD COLUMN seen_minute timestamptz(0) NOT NULL
  GENERATED ALWAYS AS (date_trunc('minute', last_seen AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') STORED;

DROP INDEX violation_board;
DROP INDEX violation_recent;
DROP INDEX violation_bundle;
DROP INDEX violation_assignee;
CREATE INDEX violation_board ON violation (plan_id, status, seen_minute DESC, id DESC);
CREATE INDEX violation_recent ON violation (seen_minute DESC, id DESC);
CREATE INDEX violation_bundle ON violation (bundle, seen_minute DESC, id DESC);
CREATE INDEX violation_assignee ON violation (assignee_id, seen_minute DESC, id DESC) WHERE assignee_id IS NOT NULL;
