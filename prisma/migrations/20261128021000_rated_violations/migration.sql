-- Of the occurrences of a day, those from sources whose events Segment counted that day: only these stand beside events
-- in a rate. What was counted before is taken as it was rated; the last 36 days are counted anew within the hour.
ALTER TABLE plan_day ADD COLUMN rated bigint;
UPDATE plan_day SET rated = CASE WHEN events > 0 THEN violations ELSE 0 END;
ALTER TABLE plan_day ALTER COLUMN rated SET NOT NULL;
