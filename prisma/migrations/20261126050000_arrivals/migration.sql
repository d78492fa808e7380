-- Occurrences are kept 35 days, in a partition for each day on which they were received (docs/decisions/0012), counted
-- for good in the hours of their violation, and a few of each violation stay readable for good.

ALTER TABLE occurrence RENAME TO occurrence_before;
-- One constraint broken by one call, once. `key` is the first half of the hash of plan, message id, pointer and type;
-- `message` is null where it is the violation's own. No foreign keys: they would be asked once a row, and whoever
-- writes here holds the violations.
CREATE TABLE occurrence (
  day date NOT NULL,
  key uuid NOT NULL,
  violation_id text NOT NULL,
  message_id text NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  source_id text NOT NULL,
  source_name text NOT NULL,
  app_version text NOT NULL,
  library text NOT NULL,
  message text,
  PRIMARY KEY (key, day)
) PARTITION BY RANGE (day);

-- The day into which occurrences are received now. It only ever grows, and whoever moves it waits for all who write.
CREATE TABLE occurrence_day (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  day date NOT NULL
);

CREATE FUNCTION occurrence_partition(wanted date) RETURNS text LANGUAGE plpgsql AS $$
DECLARE partition text := 'occurrence_' || to_char(wanted, 'YYYYMMDD');
BEGIN
  IF to_regclass(partition) IS NOT NULL THEN RETURN partition; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('plumbline occurrence_partition'));
  IF to_regclass(partition) IS NOT NULL THEN RETURN partition; END IF;
  -- Attached rather than made as a partition, which would wait for every reader and writer of the others.
  EXECUTE format('CREATE TABLE %I (LIKE occurrence INCLUDING ALL, CHECK (day >= %L AND day < %L))',
    partition, wanted, wanted + 1);
  EXECUTE format('ALTER TABLE occurrence ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
    partition, wanted, wanted + 1);
  RETURN partition;
END $$;

CREATE FUNCTION occurrence_partitions_drop(before date) RETURNS SETOF date LANGUAGE plpgsql AS $$
DECLARE
  partition text;
  received date;
BEGIN
  FOR partition IN SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'occurrence'::regclass LOOP
    received := to_date(right(partition, 8), 'YYYYMMDD');
    IF received < before THEN
      EXECUTE format('DROP TABLE %s', partition);
      RETURN NEXT received;
    END IF;
  END LOOP;
END $$;

-- The day to write into, held until the end of the transaction: while anybody writes into it, it does not move.
CREATE FUNCTION occurrence_day_for(today date) RETURNS date LANGUAGE plpgsql AS $$
DECLARE
  lock_key CONSTANT bigint := hashtext('plumbline occurrence_day');
  current date;
BEGIN
  SELECT day INTO current FROM occurrence_day;
  IF current IS NULL OR current < today THEN
    PERFORM pg_advisory_xact_lock(lock_key);
    INSERT INTO occurrence_day (day) VALUES (today)
      ON CONFLICT (id) DO UPDATE SET day = greatest(occurrence_day.day, today) RETURNING day INTO current;
    PERFORM occurrence_partition(current);
  ELSE
    PERFORM pg_advisory_xact_lock_shared(lock_key);
    SELECT day INTO current FROM occurrence_day;
  END IF;
  RETURN current;
END $$;

-- The library is a dimension too; the counts are made anew below.
TRUNCATE violation_hour;
ALTER TABLE violation_hour
  ADD COLUMN library text NOT NULL,
  DROP CONSTRAINT violation_hour_pkey,
  ADD PRIMARY KEY (violation_id, hour, source_id, app_version, library),
  DROP CONSTRAINT violation_hour_violation_id_fkey,
  -- Room for counts to grow where they stand, without a new entry in the index.
  SET (fillfactor = 80);
-- Hours come in about their order, which is all that this kind of index needs, and it costs next to nothing.
DROP INDEX violation_hour_hour;
CREATE INDEX violation_hour_hour ON violation_hour USING brin (hour) WITH (pages_per_range = 32);

-- In the place of a foreign key, which would be asked once a row.
CREATE FUNCTION violation_takes_its_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM violation_hour USING gone WHERE violation_hour.violation_id = gone.id;
  RETURN NULL;
END $$;
CREATE TRIGGER violation_takes_its_hours AFTER DELETE ON violation REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION violation_takes_its_hours();

-- The newest few occurrences of each violation, of a busy one at most one a minute.
CREATE TABLE violation_sample (
  violation_id text NOT NULL REFERENCES violation (id) ON DELETE CASCADE,
  key uuid NOT NULL,
  message_id text NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  source_id text NOT NULL,
  source_name text NOT NULL,
  app_version text NOT NULL,
  library text NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (violation_id, key)
);
ALTER TABLE violation ADD COLUMN sampled_at timestamptz(3);

-- Arrivals that came too late to know whether they had been counted before, per day on which they came.
CREATE TABLE late_arrival (
  plan_id text NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  source_id text NOT NULL,
  day date NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (plan_id, source_id, day)
);

CREATE FUNCTION pg_temp.occurrence_key(plan_id text, key text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT left(encode(sha256(convert_to(plan_id || ' ' || key, 'UTF8')), 'hex'), 32)::uuid $$;

-- What there was: every occurrence was kept so far, so all counts can be made from them.
INSERT INTO violation_hour (violation_id, hour, source_id, app_version, library, count)
  SELECT violation_id, date_trunc('hour', occurred_at, 'UTC'), source_id, app_version, library, count(*)
  FROM occurrence_before GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5;

INSERT INTO violation_sample
    (violation_id, key, message_id, occurred_at, source_id, source_name, app_version, library, message)
  SELECT violation_id, pg_temp.occurrence_key(plan_id, key), message_id, occurred_at, source_id, source_name, app_version,
    library, message
  FROM (
    SELECT *, row_number() OVER (PARTITION BY violation_id ORDER BY occurred_at DESC, key) AS place
    FROM occurrence_before
  ) AS newest
  WHERE place <= 10;

DO $$
DECLARE received date;
BEGIN
  FOR received IN
    SELECT DISTINCT (received_at AT TIME ZONE 'UTC')::date FROM occurrence_before
  LOOP
    PERFORM occurrence_partition(received);
  END LOOP;
END $$;

INSERT INTO occurrence (day, key, violation_id, message_id, occurred_at, source_id, source_name, app_version, library,
    message)
  SELECT (old.received_at AT TIME ZONE 'UTC')::date,
    pg_temp.occurrence_key(old.plan_id, old.key), old.violation_id, old.message_id, old.occurred_at,
    old.source_id, old.source_name, old.app_version, old.library, nullif(old.message, violation.message)
  FROM occurrence_before AS old JOIN violation ON violation.id = old.violation_id;

DROP TABLE occurrence_before;
DROP FUNCTION pg_temp.occurrence_key;
