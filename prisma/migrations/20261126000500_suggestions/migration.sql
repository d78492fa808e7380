-- A comment on a place may carry the schema that should stand there, as JSON text to the last digit, and who took it.
ALTER TABLE comment
  ADD COLUMN suggestion_text text,
  ADD COLUMN applied_by text REFERENCES "user" (id),
  ADD COLUMN applied_at timestamptz(3),
  ADD CONSTRAINT comment_applied CHECK ((applied_by IS NULL) = (applied_at IS NULL)),
  ADD CONSTRAINT comment_applied_what CHECK (applied_at IS NULL OR suggestion_text IS NOT NULL);
