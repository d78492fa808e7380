-- The last characters of the write key that a call came in by, so that two keys of one source are told apart. Null for
-- calls that came before.
ALTER TABLE live_call ADD COLUMN key_ending text;
