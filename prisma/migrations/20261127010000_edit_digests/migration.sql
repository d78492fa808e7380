-- What an edit does, in short, so that a request is looked at without the texts and changes of all its edits.
-- Null for what was judged before.
ALTER TABLE judged_edit ADD COLUMN digest json;
