-- What a person has looked at of a request, edit by edit. A mark for themselves and no verdict: nobody else goes by it.
CREATE TABLE looked_edit (
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  rule_key text NOT NULL,
  edit_hash text NOT NULL,
  looked_at timestamptz(3) NOT NULL,
  PRIMARY KEY (change_request_id, person_id, rule_key)
);
