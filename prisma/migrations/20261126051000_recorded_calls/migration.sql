-- Which calls have been received lately, so that one that is sent again is counted once. The key is the beginning of a
-- hash over source and message id.
CREATE TABLE received_message (
  key bytea PRIMARY KEY,
  received_at timestamptz(3) NOT NULL
);
CREATE INDEX received_message_at ON received_message USING brin (received_at);

-- One stratum of recorded traffic: the calls of one event from one source, app version and event version on one day.
-- `received` counts every call exactly; kept are those whose priority is below the threshold.
CREATE TABLE traffic_stratum (
  id text PRIMARY KEY,
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  source_id text NOT NULL,
  source_name text NOT NULL,
  day date NOT NULL,
  call_type text NOT NULL,
  event text,
  app_version text NOT NULL,
  event_version int,
  planned boolean NOT NULL,
  -- Calls of many events, beyond the number of strata that a source may have on a day.
  shared boolean NOT NULL,
  received bigint NOT NULL,
  kept int NOT NULL DEFAULT 0,
  threshold float8 NOT NULL DEFAULT 1
);
CREATE INDEX traffic_stratum_source ON traffic_stratum (plan_id, source_id, day, planned);
CREATE INDEX traffic_stratum_day ON traffic_stratum (plan_id, day);

-- A call as it was received, personal data masked before it was written.
CREATE TABLE recorded_call (
  id text PRIMARY KEY,
  stratum_id text NOT NULL REFERENCES traffic_stratum (id) ON DELETE CASCADE,
  plan_id text NOT NULL,
  source_id text NOT NULL,
  source_name text NOT NULL,
  call_type text NOT NULL,
  event text,
  app_version text NOT NULL,
  event_version int,
  message_id text NOT NULL,
  at timestamptz(3) NOT NULL,
  call json NOT NULL,
  masked text[] NOT NULL,
  priority float8 NOT NULL
);
CREATE INDEX recorded_call_stratum ON recorded_call (stratum_id, priority);
CREATE INDEX recorded_call_plan ON recorded_call (plan_id, id);
CREATE INDEX recorded_call_event ON recorded_call (plan_id, call_type, event, id);

-- What calls look like: the paths they carry with their JSON types, masked like the calls.
CREATE TABLE call_shape (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  id text NOT NULL,
  paths json NOT NULL,
  last_on date NOT NULL,
  PRIMARY KEY (plan_id, id)
);

-- Every call, counted by its shape; an empty shape stands for those beyond the number that a stratum may have.
CREATE TABLE shape_count (
  stratum_id text NOT NULL REFERENCES traffic_stratum (id) ON DELETE CASCADE,
  shape_id text NOT NULL,
  received bigint NOT NULL,
  PRIMARY KEY (stratum_id, shape_id)
);

CREATE TABLE traffic_settings (
  plan_id text PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  revision int NOT NULL,
  settings json NOT NULL
);

-- The newest calls of each source for the debugger, masked. Nothing is lost with them, so they need no log.
CREATE UNLOGGED TABLE live_call (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  source_id text NOT NULL,
  at timestamptz(3) NOT NULL,
  call_type text NOT NULL,
  event text,
  call json NOT NULL,
  masked text[] NOT NULL,
  occurrences json NOT NULL,
  -- Calls before this one that were too many to be shown.
  skipped int NOT NULL
);
CREATE INDEX live_call_source ON live_call (workspace_id, source_id, id);

-- Where Segment's verdict on a call and ours were not the same.
CREATE TABLE verdict_disagreement (
  id text PRIMARY KEY,
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  rule_type text NOT NULL,
  rule_key text,
  rule_version int,
  pointer text NOT NULL,
  type text NOT NULL,
  side text NOT NULL CHECK (side IN ('segment', 'twin')),
  count bigint NOT NULL,
  first_seen timestamptz(3) NOT NULL,
  last_seen timestamptz(3) NOT NULL,
  message text NOT NULL,
  sample json NOT NULL
);
CREATE INDEX verdict_disagreement_plan ON verdict_disagreement (plan_id, last_seen DESC, id DESC);

-- How a library names the endpoint that it sends to: looked up by hash, shown to those who may set it up.
ALTER TABLE endpoint ADD COLUMN write_key_hash text UNIQUE, ADD COLUMN write_key_sealed text;
ALTER TABLE endpoint ADD CONSTRAINT endpoint_write_key
  CHECK ((kind = 'events') = (write_key_hash IS NOT NULL) AND (write_key_hash IS NULL) = (write_key_sealed IS NULL));
