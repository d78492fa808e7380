-- What an edit was before an update merged it with what the plan had changed in the same rule: the text it began on,
-- and the text as it was typed. Null where nothing was merged since the edit was last written.
ALTER TABLE change_request_edit
  ADD COLUMN merged_base_text text,
  ADD COLUMN merged_ours_text text,
  ADD CONSTRAINT change_request_edit_merged CHECK ((merged_base_text IS NULL) = (merged_ours_text IS NULL));
