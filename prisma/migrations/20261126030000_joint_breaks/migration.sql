-- Whether an edit refuses something only together with what the plan changed in the same rule: it breaks then, however
-- safe each of its changes is by itself.
ALTER TABLE judged_edit ADD COLUMN breaks_jointly boolean NOT NULL DEFAULT false;
