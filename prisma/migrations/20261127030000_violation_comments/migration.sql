-- What people say about a violation. `body` is empty once it is deleted.
CREATE TABLE violation_comment (
  id text PRIMARY KEY,
  violation_id text NOT NULL REFERENCES violation (id) ON DELETE CASCADE,
  author_id text NOT NULL REFERENCES "user" (id),
  body text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  CONSTRAINT violation_comment_deleted CHECK (deleted_at IS NULL OR body = '')
);
CREATE INDEX violation_comment_of ON violation_comment (violation_id, created_at, id);
