-- What a plan asks for before a request may be published. A plan without a row has the policy that every plan begins
-- with.
CREATE TABLE plan_policy (
  plan_id text PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  revision integer NOT NULL CHECK (revision > 0),
  policy json NOT NULL
);

-- People who answer for areas of the plans of a workspace; a policy names a group by its id.
CREATE TABLE reviewer_group (
  id text PRIMARY KEY,
  workspace_id text NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  name text NOT NULL,
  members text[] NOT NULL DEFAULT '{}',
  UNIQUE (workspace_id, name)
);
