-- Which of these occurrences are kept already. Through the indexes whatever the planner thinks: it takes reading whole
-- days for cheaper than some thousand look-ups, and then every batch of arrivals costs more the fuller the day is.
CREATE FUNCTION occurrence_keys_known(keys uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE
  SET enable_seqscan = off SET enable_bitmapscan = off
  AS $$ SELECT key FROM occurrence WHERE key = ANY(keys) $$;
