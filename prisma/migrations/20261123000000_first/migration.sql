-- Values that are kept and given back whole are json, not jsonb: jsonb drops key order and refuses \u0000.

-- Intervals of rules are kept apart by the database itself; the constraint mixes text, integers and a range.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- People and sessions (the auth library's tables, under its own names)

CREATE TABLE "user" (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  role text NOT NULL DEFAULT 'viewer' CHECK (role IN ('viewer', 'contributor', 'steward', 'admin')),
  demo boolean NOT NULL DEFAULT false,
  removed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE session (
  id text PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  expires_at timestamptz(3) NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX session_of_user ON session (user_id);

CREATE TABLE account (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX account_user ON account (user_id);

CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON verification (identifier);

CREATE TABLE rate_limit (
  id text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  last_request bigint NOT NULL
);

CREATE TABLE invite (
  id text PRIMARY KEY,
  -- Null for the one-time set-up link, which makes the first administrator.
  person_id text REFERENCES "user" (id) ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  expires_at timestamptz(3),
  used_at timestamptz(3),
  created_by text REFERENCES "user" (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX invite_person ON invite (person_id);

CREATE TABLE api_token (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  minted_by text NOT NULL REFERENCES "user" (id),
  name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  scopes text[] NOT NULL DEFAULT '{}',
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX api_token_person ON api_token (person_id);

CREATE TABLE idempotency_key (
  person_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  key text NOT NULL,
  request_hash text NOT NULL,
  -- Null while the first request is still being answered.
  status integer,
  answer text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, key)
);

-- Workspaces and plans

CREATE TABLE workspace (
  id text PRIMARY KEY,
  segment_id text NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  region text NOT NULL CHECK (region IN ('us', 'eu')),
  api_url text NOT NULL,
  token_sealed text NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  problem json,
  connected_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (segment_id, api_url)
);

CREATE TABLE plan (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  segment_id text NOT NULL,
  resource_schema_id text,
  name text NOT NULL,
  description text,
  head_version integer,
  live_version integer,
  seen_hash text,
  last_seen_at timestamptz(3),
  problem json,
  next_number integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (workspace_id, segment_id)
);
CREATE INDEX plan_segment ON plan (segment_id);
CREATE INDEX plan_resource_schema ON plan (resource_schema_id);

CREATE TABLE plan_version (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  by_name text NOT NULL,
  note text NOT NULL DEFAULT '',
  change_request_number integer,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (plan_id, version)
);

-- A rule that stood unchanged from version 4 to 17 is one row [4, 18). `to_version` null: it still stands.
CREATE TABLE rule (
  id text PRIMARY KEY,
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  lineage_id text NOT NULL,
  type text NOT NULL CHECK (type IN ('TRACK', 'IDENTIFY', 'GROUP', 'PAGE', 'SCREEN', 'COMMON')),
  key text,
  version integer NOT NULL,
  from_version integer NOT NULL,
  to_version integer,
  schema_text text NOT NULL,
  hash text NOT NULL,
  description text NOT NULL DEFAULT '',
  labels jsonb NOT NULL DEFAULT '{}',
  property_names text[] NOT NULL DEFAULT '{}',
  required_count integer NOT NULL DEFAULT 0,
  defect_count integer NOT NULL DEFAULT 0,
  CONSTRAINT rule_interval CHECK (to_version IS NULL OR to_version > from_version),
  CONSTRAINT rule_key CHECK (
    CASE WHEN type IN ('COMMON', 'IDENTIFY', 'GROUP') THEN key IS NULL WHEN type = 'TRACK' THEN key IS NOT NULL ELSE true END
  ),
  CONSTRAINT rule_intervals_apart EXCLUDE USING gist (
    plan_id WITH =, type WITH =, coalesce(key, '') WITH =, version WITH =, int4range(from_version, to_version) WITH &&
  )
);
CREATE INDEX rule_head ON rule (plan_id, type, coalesce(key, ''), version) WHERE to_version IS NULL;
CREATE INDEX rule_of_version ON rule (plan_id, from_version, to_version);
CREATE INDEX rule_lineage ON rule (plan_id, lineage_id, from_version);

-- History is never rewritten: the only change to a row is to close its open interval.
CREATE FUNCTION rule_is_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.to_version IS NULL AND NEW.to_version IS NOT NULL
     AND (to_jsonb(NEW) - 'to_version') = (to_jsonb(OLD) - 'to_version') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rule rows are history: only an open interval may be closed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER rule_is_history BEFORE UPDATE ON rule FOR EACH ROW EXECUTE FUNCTION rule_is_history();

-- What Segment held when it was last read whole; replaced as a set.
CREATE TABLE seen_rule (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  rule_key text NOT NULL,
  type text NOT NULL,
  key text,
  version integer NOT NULL,
  schema_text text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (plan_id, rule_key)
);

CREATE TABLE source (
  id text NOT NULL,
  workspace_id text NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  plan_id text REFERENCES plan (id) ON DELETE SET NULL,
  name text NOT NULL,
  slug text NOT NULL,
  kind text NOT NULL DEFAULT '',
  enabled boolean NOT NULL,
  settings json,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX source_plan ON source (plan_id);

-- Change requests

CREATE TABLE change_request (
  id text PRIMARY KEY,
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  number integer NOT NULL,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  author_id text NOT NULL REFERENCES "user" (id),
  status text NOT NULL CHECK (status IN
    ('draft', 'in-review', 'changes-requested', 'approved', 'publishing', 'published', 'publish-failed', 'closed')),
  base_version integer NOT NULL,
  revision integer NOT NULL DEFAULT 0,
  published_version integer,
  job_id text,
  publish_error json,
  conflicts json NOT NULL DEFAULT '[]',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (plan_id, number)
);
CREATE INDEX change_request_list ON change_request (plan_id, status, number DESC);

CREATE TABLE change_request_edit (
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  rule_key text NOT NULL,
  type text NOT NULL,
  key text,
  version integer NOT NULL,
  new_key text,
  before_text text,
  after_text text,
  author_id text NOT NULL REFERENCES "user" (id),
  -- Everybody who wrote this edit since the rule was first touched; none of them may approve it.
  writers text[] NOT NULL DEFAULT '{}',
  position integer NOT NULL,
  PRIMARY KEY (change_request_id, rule_key)
);
CREATE INDEX change_request_edit_rule ON change_request_edit (rule_key);

CREATE TABLE review (
  id text PRIMARY KEY,
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES "user" (id),
  token_minted_by text REFERENCES "user" (id),
  verdict text NOT NULL CHECK (verdict IN ('approve', 'request-changes', 'comment')),
  body text NOT NULL DEFAULT '',
  covers json NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX review_request ON review (change_request_id, created_at);

-- The journal of a publish: the operations decided at the claim, and what became of each batch.
CREATE TABLE publish_batch (
  job_id text NOT NULL,
  ordinal integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('upsert', 'remove')),
  operations json NOT NULL,
  sent_at timestamptz(3),
  answered_at timestamptz(3),
  error json,
  PRIMARY KEY (job_id, ordinal)
);

-- Violations

CREATE TABLE endpoint (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('violations', 'events')),
  source_id text,
  secret_sealed text NOT NULL,
  created_by text NOT NULL REFERENCES "user" (id),
  deliveries bigint NOT NULL DEFAULT 0,
  last_delivery_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

-- Deliveries that were not understood, or whose element Segment did not sign: kept for inspection, change nothing.
CREATE TABLE set_aside_delivery (
  id text PRIMARY KEY,
  endpoint_id text NOT NULL REFERENCES endpoint (id) ON DELETE CASCADE,
  reason text NOT NULL,
  body text NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX set_aside_delivery_endpoint ON set_aside_delivery (endpoint_id, received_at DESC);

CREATE TABLE violation (
  id text PRIMARY KEY,
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  fingerprint text NOT NULL UNIQUE,
  rule_type text NOT NULL,
  rule_key text,
  rule_version integer,
  pointer text NOT NULL,
  schema_pointer text,
  type text NOT NULL,
  raw_type text NOT NULL,
  message text NOT NULL,
  status text NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'fix-planned', 'waiting-for-rollout', 'resolved', 'ignored')),
  count bigint NOT NULL,
  first_seen timestamptz(3) NOT NULL,
  last_seen timestamptz(3) NOT NULL,
  regressed_at timestamptz(3),
  assignee_id text REFERENCES "user" (id) ON DELETE SET NULL
);
CREATE INDEX violation_board ON violation (plan_id, status, last_seen DESC, id DESC);
CREATE INDEX violation_recent ON violation (last_seen DESC, id DESC);
CREATE INDEX violation_rule ON violation (plan_id, rule_type, rule_key);

-- One constraint broken by one call, once. `key` is the hash of message id, pointer and type.
CREATE TABLE occurrence (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  key text NOT NULL,
  violation_id text NOT NULL REFERENCES violation (id) ON DELETE CASCADE,
  message_id text NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  source_id text NOT NULL,
  source_name text NOT NULL,
  app_version text NOT NULL,
  library text NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (plan_id, key)
);
CREATE INDEX occurrence_violation ON occurrence (violation_id, occurred_at DESC);

CREATE TABLE violation_hour (
  violation_id text NOT NULL REFERENCES violation (id) ON DELETE CASCADE,
  hour timestamptz(0) NOT NULL,
  source_id text NOT NULL,
  app_version text NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (violation_id, hour, source_id, app_version)
);
CREATE INDEX violation_hour_hour ON violation_hour (hour);

-- What Segment itself counted: `volume` after validation, `blocked` filtered at the source by Protocols.
CREATE TABLE source_hour (
  workspace_id text NOT NULL,
  source_id text NOT NULL,
  hour timestamptz(0) NOT NULL,
  kind text NOT NULL CHECK (kind IN ('volume', 'blocked')),
  event_type text NOT NULL,
  event_name text NOT NULL,
  reason text NOT NULL DEFAULT '',
  count bigint NOT NULL,
  PRIMARY KEY (workspace_id, source_id, hour, kind, event_type, event_name, reason),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX source_hour_hour ON source_hour (hour);

-- Work and record

CREATE TABLE job (
  id text PRIMARY KEY,
  kind text NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  payload json NOT NULL,
  subject text,
  -- At most one unfinished job with the same key: a second press finds the running one.
  single_key text,
  progress json,
  result json,
  error json,
  attempts integer NOT NULL DEFAULT 0,
  requested_by text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  started_at timestamptz(3),
  finished_at timestamptz(3)
);
CREATE UNIQUE INDEX job_single ON job (single_key) WHERE status IN ('queued', 'running');
CREATE INDEX job_list ON job (created_at DESC, id DESC);

CREATE TABLE worker_heartbeat (
  worker_id text PRIMARY KEY,
  started_at timestamptz(3) NOT NULL,
  beat_at timestamptz(3) NOT NULL
);

-- One chain per workspace ('installation' for what belongs to none): each hash covers its predecessor's.
CREATE TABLE audit_entry (
  chain text NOT NULL,
  sequence bigint NOT NULL,
  at timestamptz(3) NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('person', 'token', 'job', 'system')),
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  details json NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (chain, sequence)
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, at DESC, sequence DESC);
CREATE INDEX audit_entry_recent ON audit_entry (chain, at DESC, sequence DESC);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed or removed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
