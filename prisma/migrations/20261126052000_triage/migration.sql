-- What people and requests decide about a violation. `status_at` is when the status began; `resolved_in` names the app
-- version, `resolved_in_plan` the plan version, that a resolved violation ended with or a waiting one waits for.
-- `revision` counts decisions, not arrivals. `owners` are the groups that answer for it; null until it was looked up.
-- `origin` says why it began, `bundle` names what it began together with others for; null until that was worked out.
ALTER TABLE violation
  ADD COLUMN revision integer NOT NULL DEFAULT 0,
  ADD COLUMN status_at timestamptz(3),
  ADD COLUMN status_by text REFERENCES "user" (id) ON DELETE SET NULL,
  ADD COLUMN reason text,
  ADD COLUMN ignore_until timestamptz(3),
  ADD COLUMN resolved_in text,
  ADD COLUMN resolved_in_plan integer CHECK (resolved_in_plan > 0),
  ADD COLUMN fix_request integer CHECK (fix_request > 0),
  ADD COLUMN owners text[],
  ADD COLUMN origin json,
  ADD COLUMN origin_at timestamptz(3),
  ADD COLUMN bundle text;
UPDATE violation SET status_at = coalesce(regressed_at, last_seen) WHERE status <> 'open';
ALTER TABLE violation
  ADD CHECK (status = 'open' OR status_at IS NOT NULL),
  ADD CHECK (status = 'ignored' OR ignore_until IS NULL);
-- What time moves on: ignored ones that come back, and waiting ones that stay quiet.
CREATE INDEX violation_due ON violation (status, ignore_until) WHERE status IN ('ignored', 'waiting-for-rollout');
CREATE INDEX violation_unrouted ON violation (plan_id) WHERE owners IS NULL;
CREATE INDEX violation_unexplained ON violation (origin_at NULLS FIRST) WHERE origin IS NULL;
CREATE INDEX violation_bundle ON violation (bundle, last_seen DESC, id DESC);
CREATE INDEX violation_assignee ON violation (assignee_id, last_seen DESC, id DESC) WHERE assignee_id IS NOT NULL;

-- The same counts as `violation_hour`, over all time: what a list shows of each violation without reading its hours.
CREATE TABLE violation_total (
  violation_id text NOT NULL REFERENCES violation (id) ON DELETE CASCADE,
  source_id text NOT NULL,
  app_version text NOT NULL,
  library text NOT NULL,
  source_name text NOT NULL,
  count bigint NOT NULL,
  first_seen timestamptz(3) NOT NULL,
  last_seen timestamptz(3) NOT NULL,
  PRIMARY KEY (violation_id, source_id, app_version, library)
);
INSERT INTO violation_total (violation_id, source_id, app_version, library, source_name, count, first_seen, last_seen)
SELECT violation_id, source_id, app_version, library, max(source_name), count(*), min(occurred_at), max(occurred_at)
FROM occurrence
GROUP BY violation_id, source_id, app_version, library;

-- What happened to a violation, in order. `actor_id` is null for what arrivals, requests and time did.
CREATE TABLE violation_moment (
  id text PRIMARY KEY,
  violation_id text NOT NULL REFERENCES violation (id) ON DELETE CASCADE,
  kind text NOT NULL
    CHECK (kind IN ('seen-first', 'regressed', 'status', 'assigned', 'fix-planned', 'rolled-out')),
  at timestamptz(3) NOT NULL,
  actor_id text REFERENCES "user" (id) ON DELETE SET NULL,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX violation_moment_of ON violation_moment (violation_id, at, id);
CREATE INDEX violation_moment_at ON violation_moment (at, id);
INSERT INTO violation_moment (id, violation_id, kind, at)
SELECT 'first-' || id, id, 'seen-first', first_seen FROM violation;

-- The violations that a change request is to end. A link stays when the request is closed, and counts again when it is
-- reopened.
CREATE TABLE violation_fix (
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  violation_id text NOT NULL REFERENCES violation (id) ON DELETE CASCADE,
  app_version text,
  at timestamptz(3) NOT NULL,
  by_id text REFERENCES "user" (id) ON DELETE SET NULL,
  PRIMARY KEY (change_request_id, violation_id)
);
CREATE INDEX violation_fix_violation ON violation_fix (violation_id);

-- A filter of the board that a person keeps: a name for the query of its address.
CREATE TABLE violation_filter (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (person_id, name)
);
