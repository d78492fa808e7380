-- What people say about a request: threads on the whole of it, on a rule that it edits, or on a place in that rule.
-- `pointer` is the place in the message, as changes name it.
CREATE TABLE comment_thread (
  id text PRIMARY KEY,
  change_request_id text NOT NULL REFERENCES change_request (id) ON DELETE CASCADE,
  type text,
  key text,
  version integer,
  pointer text,
  resolved_by text REFERENCES "user" (id),
  resolved_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT comment_thread_rule CHECK ((type IS NULL) = (version IS NULL)),
  CONSTRAINT comment_thread_place CHECK (type IS NOT NULL OR (key IS NULL AND pointer IS NULL)),
  CONSTRAINT comment_thread_resolved CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);
CREATE INDEX comment_thread_request ON comment_thread (change_request_id, created_at);

-- A deleted comment keeps its place and loses its words.
CREATE TABLE comment (
  id text PRIMARY KEY,
  thread_id text NOT NULL REFERENCES comment_thread (id) ON DELETE CASCADE,
  author_id text NOT NULL REFERENCES "user" (id),
  body text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  CONSTRAINT comment_deleted CHECK (deleted_at IS NULL OR body = '')
);
CREATE INDEX comment_of_thread ON comment (thread_id, created_at);
