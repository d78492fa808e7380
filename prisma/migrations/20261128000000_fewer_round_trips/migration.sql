-- What a batch of arrivals asks and writes, in two calls instead of seven: small batches cost by the round trip. As
-- functions, their statements are also planned once a connection, where the look-up alone has a partition for every day.

-- The day to write into, which of the keys are kept already (hexadecimal digits, with commas between), and what is known
-- of the violations. Through the indexes whatever the planner thinks: it takes reading whole days for cheaper than some
-- thousand look-ups.
CREATE FUNCTION occurrences_look_up(today date, keys uuid[], fingerprints text[])
  RETURNS TABLE (day text, known text, violations json) LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  day := occurrence_day_for(today);
  -- Only after the day is held, so that what others kept in the day before is seen.
  known := (SELECT string_agg(replace(o.key::text, '-', ''), ',') FROM occurrence AS o WHERE o.key = ANY(keys));
  violations := (
    SELECT coalesce(json_agg(json_build_object('id', v.id, 'fingerprint', v.fingerprint, 'message', v.message,
      'count', v.count, 'sampledAt', v.sampled_at)), '[]')
    FROM violation AS v WHERE v.fingerprint = ANY(fingerprints));
  RETURN NEXT;
END $$;

-- Counts in the hours of violations, by source, app version and library.
CREATE FUNCTION violation_hours_add(violations text[], hours timestamptz[], sources text[], versions text[],
  libraries text[], counts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO violation_hour (violation_id, hour, source_id, app_version, library, count)
  SELECT * FROM unnest(violations, hours, sources, versions, libraries, counts)
  ON CONFLICT (violation_id, hour, source_id, app_version, library) DO UPDATE
    SET count = violation_hour.count + excluded.count;
END $$;

-- Counts by source, app version and library over all time: what lists and reopening read.
CREATE FUNCTION violation_senders_add(violations text[], sources text[], versions text[], libraries text[], names text[],
  counts bigint[], firsts timestamptz[], lasts timestamptz[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO violation_total AS total (violation_id, source_id, app_version, library, source_name, count, first_seen,
    last_seen)
  SELECT t.violation_id, t.source_id, t.app_version, t.library, t.source_name, t.count, t.first, t.last
  FROM unnest(violations, sources, versions, libraries, names, counts, firsts, lasts)
    AS t (violation_id, source_id, app_version, library, source_name, count, first, last)
  ON CONFLICT (violation_id, source_id, app_version, library) DO UPDATE SET
    count = total.count + excluded.count,
    first_seen = least(total.first_seen, excluded.first_seen),
    last_seen = greatest(total.last_seen, excluded.last_seen),
    source_name = CASE WHEN excluded.last_seen >= total.last_seen THEN excluded.source_name ELSE total.source_name END;
END $$;

-- Adds to counts and times of violations, given by id, and leaves them locked. One that came before its rule was known
-- learns it. Gives those that somebody has decided about, which new calls may reopen, with commas between.
CREATE FUNCTION violations_add(ids text[], counts bigint[], firsts timestamptz[], lasts timestamptz[],
  samples timestamptz[], rules int[], pointers text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  found int;
  decided text;
BEGIN
  PERFORM 1 FROM violation WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
  WITH updated AS (
    UPDATE violation AS v SET
      count = v.count + t.count,
      first_seen = least(v.first_seen, t.first),
      last_seen = greatest(v.last_seen, t.last),
      sampled_at = coalesce(t.sampled_at, v.sampled_at),
      rule_version = coalesce(v.rule_version, t.rule_version),
      schema_pointer = coalesce(v.schema_pointer, t.schema_pointer)
    FROM unnest(ids, counts, firsts, lasts, samples, rules, pointers)
      AS t (id, count, first, last, sampled_at, rule_version, schema_pointer)
    WHERE v.id = t.id
    RETURNING v.id, v.status)
  SELECT count(*), coalesce(string_agg(id, ',') FILTER (WHERE status NOT IN ('open', 'fix-planned')), '')
    INTO found, decided FROM updated;
  -- Its plan was removed since: what was counted in its hours must not stay.
  IF found <> cardinality(ids) THEN
    RAISE EXCEPTION 'A violation vanished while its occurrences were folded.';
  END IF;
  RETURN decided;
END $$;

-- Asked again only while a day is held: what another writer keeps meanwhile is in the same day.
DROP FUNCTION occurrence_keys_known(uuid[]);
CREATE FUNCTION occurrence_keys_known(held date, keys uuid[]) RETURNS text LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  RETURN (SELECT string_agg(replace(key::text, '-', ''), ',') FROM occurrence WHERE day = held AND key = ANY(keys));
END $$;
