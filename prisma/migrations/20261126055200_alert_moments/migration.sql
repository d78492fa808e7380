-- Every moment in the life of a violation waits to be asked about, put there by the transaction that writes it: a place
-- in their order would not do, since what is written later may be committed first.
CREATE FUNCTION queue_alert_moment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO alert_moment (id, violation_id, kind, at, actor_id, detail)
  VALUES (NEW.id, NEW.violation_id, NEW.kind, NEW.at, NEW.actor_id, NEW.detail);
  RETURN NULL;
END $$;

CREATE TRIGGER violation_moment_queued AFTER INSERT ON violation_moment
  FOR EACH ROW EXECUTE FUNCTION queue_alert_moment();
