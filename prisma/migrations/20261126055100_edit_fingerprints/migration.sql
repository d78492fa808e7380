-- What approvals hold on to, kept so that looking at a request need not work it out from the texts of its edits.
-- Null for an edit that was stored before.
ALTER TABLE change_request_edit ADD COLUMN fingerprint text;
