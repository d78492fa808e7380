-- A publish that somebody asked for and that has not begun: for a set time, or as soon as its turn comes.
ALTER TABLE change_request ADD COLUMN waiting json;

CREATE INDEX change_request_waiting ON change_request (plan_id) WHERE waiting IS NOT NULL;
