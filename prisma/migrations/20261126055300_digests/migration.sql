-- When a moment was written, which may be long after it happened.
ALTER TABLE violation_moment ADD COLUMN written_at timestamptz(3) NOT NULL DEFAULT now();
CREATE INDEX violation_moment_written ON violation_moment (written_at);

-- The letters that a person asked for: each day or week at an hour of their clocks. `told_at` is up to when the last one
-- told, `next_at` when the next one is due.
CREATE TABLE digest (
  person_id text PRIMARY KEY REFERENCES "user" (id) ON DELETE CASCADE,
  every text NOT NULL CHECK (every IN ('day', 'week')),
  weekday text NOT NULL,
  hour integer NOT NULL CHECK (hour BETWEEN 0 AND 23),
  time_zone text NOT NULL,
  told_at timestamptz(3) NOT NULL,
  next_at timestamptz(3) NOT NULL
);
CREATE INDEX digest_due ON digest (next_at);

-- A letter on its way; `id` is the same at every try.
CREATE TABLE digest_letter (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  mail json NOT NULL,
  created_at timestamptz(3) NOT NULL
);
