-- Who is told of what about violations, and where. `target_sealed` holds addresses and secrets; `hint` is what is shown
-- of them.
CREATE TABLE alert_rule (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
  per_hour integer CHECK (per_hour > 0),
  plan_id text REFERENCES plan (id) ON DELETE CASCADE,
  source_id text,
  event text,
  channel text NOT NULL CHECK (channel IN ('webhook', 'slack', 'email')),
  target_sealed text NOT NULL,
  hint text NOT NULL,
  paused_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  CHECK (per_hour IS NOT NULL OR NOT 'spike' = ANY (kinds))
);
CREATE INDEX alert_rule_workspace ON alert_rule (workspace_id);

-- What happened to violations and no rule has been asked about yet. Whoever asks takes the rows away in the transaction
-- that adds the deliveries, so each is asked about exactly once, in whatever order they were committed.
CREATE TABLE alert_moment (
  id text PRIMARY KEY,
  violation_id text NOT NULL,
  kind text NOT NULL,
  at timestamptz(3) NOT NULL,
  actor_id text,
  detail jsonb NOT NULL
);

-- One alert of one rule. `cause` names what it is about, so that no rule alerts twice of one thing; `id` is what the
-- receiver is given at every try. `to_address` is there where the rule leaves open whom a letter goes to.
CREATE TABLE alert_delivery (
  id text PRIMARY KEY,
  rule_id text NOT NULL REFERENCES alert_rule (id) ON DELETE CASCADE,
  cause text NOT NULL,
  message json NOT NULL,
  to_address text,
  status text NOT NULL CHECK (status IN ('queued', 'delivered', 'dead', 'held')),
  attempts integer NOT NULL DEFAULT 0,
  said text,
  created_at timestamptz(3) NOT NULL,
  tried_at timestamptz(3),
  UNIQUE (rule_id, cause)
);
CREATE INDEX alert_delivery_newest ON alert_delivery (rule_id, created_at DESC, id DESC);
CREATE INDEX alert_delivery_created ON alert_delivery (created_at);
