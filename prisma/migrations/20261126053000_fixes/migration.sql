-- What the newest replay of recorded traffic came to for a change request. `result` only where it came to its end.
CREATE TABLE replay (
  change_request_id text PRIMARY KEY REFERENCES change_request (id) ON DELETE CASCADE,
  fingerprint text NOT NULL,
  base_version int NOT NULL,
  engine text NOT NULL,
  status text NOT NULL CHECK (status IN ('completed', 'failed', 'skipped')),
  conclusion text CHECK (conclusion IN ('pass', 'warn')),
  reason text,
  findings json NOT NULL,
  result json,
  at timestamptz(3) NOT NULL
);
