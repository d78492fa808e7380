-- Samples and counts by sender, like those by hour, go with their violation by a trigger: a foreign key is asked once a
-- row, and marks the violation each time, which took longer than writing the row. Whoever writes either holds the violation
-- before the commit, or fails where it has vanished.
ALTER TABLE violation_sample DROP CONSTRAINT violation_sample_violation_id_fkey;
ALTER TABLE violation_total DROP CONSTRAINT violation_total_violation_id_fkey;
DROP TRIGGER violation_takes_its_hours ON violation;
DROP FUNCTION violation_takes_its_hours();
CREATE FUNCTION violation_takes_its_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM violation_hour USING gone WHERE violation_hour.violation_id = gone.id;
  DELETE FROM violation_total USING gone WHERE violation_total.violation_id = gone.id;
  DELETE FROM violation_sample USING gone WHERE violation_sample.violation_id = gone.id;
  RETURN NULL;
END $$;
CREATE TRIGGER violation_takes_its_counts AFTER DELETE ON violation REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION violation_takes_its_counts();
