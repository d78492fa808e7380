-- Counts in the hours of violations, by source, app version and library. Each value comes once, and the counts name it by
-- its place (from 1): reading it anew for every count was a third of the work.
DROP FUNCTION violation_hours_add(text[], timestamptz[], text[], text[], text[], bigint[]);
CREATE FUNCTION violation_hours_add(violations text[], hours timestamptz[], sources text[], versions text[],
  libraries text[], of_violation int[], of_hour int[], of_sender int[], counts int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO violation_hour (violation_id, hour, source_id, app_version, library, count)
  SELECT v.id, h.hour, s.source_id, s.app_version, s.library, t.count
  FROM unnest(of_violation, of_hour, of_sender, counts) AS t (violation, hour, sender, count)
    JOIN unnest(violations) WITH ORDINALITY AS v (id, place) ON v.place = t.violation
    JOIN unnest(hours) WITH ORDINALITY AS h (hour, place) ON h.place = t.hour
    JOIN unnest(sources, versions, libraries) WITH ORDINALITY AS s (source_id, app_version, library, place)
      ON s.place = t.sender
  -- In the order of the key, which is the same for every writer: the values come in their order.
  ORDER BY t.violation, t.hour, t.sender
  ON CONFLICT (violation_id, hour, source_id, app_version, library) DO UPDATE
    SET count = violation_hour.count + excluded.count;
END $$;
