-- What the rules had to say about the edits of a request. `engine` names the build that said it: after an upgrade it is
-- asked again.

-- By the hash of the edit, so that an edit that stays is not judged twice.
CREATE TABLE judged_edit (
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  edit_hash text NOT NULL,
  engine text NOT NULL,
  changes json NOT NULL,
  PRIMARY KEY (change_request_id, edit_hash)
);

-- The checks that take time, for one set of edits on one version of the plan.
CREATE TABLE change_request_check (
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  name text NOT NULL,
  fingerprint text NOT NULL,
  base_version integer NOT NULL,
  engine text NOT NULL,
  status text NOT NULL CHECK (status IN ('completed', 'failed', 'skipped')),
  conclusion text CHECK (conclusion IN ('pass', 'warn', 'block')),
  reason text,
  findings json NOT NULL DEFAULT '[]',
  PRIMARY KEY (change_request_id, name)
);
