-- How a plan sees what lint finds. A plan without a row sees it as usual.
CREATE TABLE plan_lint (
  plan_id text PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  revision integer NOT NULL CHECK (revision > 0),
  settings json NOT NULL
);
