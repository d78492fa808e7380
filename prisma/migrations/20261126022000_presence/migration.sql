-- Who has a request, or an event in it, open in a browser tab now. Told every few seconds and forgotten soon, so it needs
-- no log: after a crash the tabs that are still open tell it again.
CREATE UNLOGGED TABLE presence (
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  tab text NOT NULL,
  rule_key text,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (change_request_id, person_id, tab)
);
