-- How a target writes down what it is sent: a rule that it holds so counts as what was sent.
CREATE TABLE rewriting (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  rule_key text NOT NULL,
  type text NOT NULL,
  key text,
  version integer NOT NULL,
  held_hash text NOT NULL,
  sent_hash text NOT NULL,
  PRIMARY KEY (plan_id, rule_key, held_hash)
);

-- Drift that somebody looked at and leaves as it is for a while; `seen_hash` is null where the target holds no such rule.
CREATE TABLE ignored_drift (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  rule_key text NOT NULL,
  type text NOT NULL,
  key text,
  version integer NOT NULL,
  seen_hash text,
  until timestamptz(3) NOT NULL,
  reason text NOT NULL,
  by_name text NOT NULL,
  PRIMARY KEY (plan_id, rule_key)
);
