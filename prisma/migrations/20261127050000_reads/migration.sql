-- What a name says apart from its spelling: whatever is the same word in another spelling (`spelling` in
-- domain/violations/fix) has the same letters. A few other names have them too, so whoever looks up here compares
-- again. K (Kelvin) and İ are the only letters outside ASCII that become ASCII in lower case.
CREATE FUNCTION name_letters(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
  $$ SELECT left(regexp_replace(lower(translate(name, U&'\212A\0130', 'ki') COLLATE "C"), '[^a-z0-9]', '', 'g'), 100) $$;
CREATE INDEX rule_letters ON rule (plan_id, type, name_letters(key));

-- Calls of a source that broke something, by the hour in which they were made, counted while their occurrences are
-- kept. `occurrences` is how many there were in `violation_hour` at that time: as long as it has not grown, `calls` is
-- exact.
CREATE TABLE broken_hour (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  source_id text NOT NULL,
  hour timestamptz(0) NOT NULL,
  occurrences bigint NOT NULL,
  calls bigint NOT NULL,
  PRIMARY KEY (plan_id, source_id, hour)
);

-- What a plan's sources sent in a day (UTC): occurrences that arrived here; events that Segment counted, passed and
-- blocked, null where it told of none; the track events of these, and those of them that the plan of the end of that day
-- names, null where there was no plan yet. Worked out again while anything of that day may still arrive.
CREATE TABLE plan_day (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  day date NOT NULL,
  violations bigint NOT NULL,
  events bigint,
  tracked bigint,
  planned bigint,
  PRIMARY KEY (plan_id, day)
);
