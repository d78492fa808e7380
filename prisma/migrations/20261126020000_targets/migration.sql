-- A plan in a line of stages (development, staging, production): which plan it follows, and which version of that one
-- was last promoted into it. The first stage follows none, and has a row where it was given a name.
CREATE TABLE target (
  plan_id text PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE,
  upstream_plan_id text REFERENCES plan (id) ON DELETE CASCADE,
  stage text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  promoted_version integer CHECK (promoted_version > 0),
  promoted_at timestamptz(3),
  CHECK (upstream_plan_id IS DISTINCT FROM plan_id),
  CHECK ((promoted_version IS NULL) = (promoted_at IS NULL)),
  CHECK (upstream_plan_id IS NOT NULL OR promoted_version IS NULL)
);
CREATE INDEX target_upstream ON target (upstream_plan_id);

-- What a change request promotes. The plan that is followed may be forgotten; what was promoted stays told.
-- `unsettled`: its edits still begin on what upstream held, not on what this plan holds, until conflicts are settled;
-- `renames` says how this plan calls rules that those edits name otherwise.
CREATE TABLE promotion (
  change_request_id text PRIMARY KEY REFERENCES change_request (id) ON DELETE CASCADE,
  upstream_plan_id text NOT NULL,
  upstream_plan_name text NOT NULL,
  upstream_version integer NOT NULL CHECK (upstream_version > 0),
  from_version integer CHECK (from_version > 0),
  unsettled boolean NOT NULL DEFAULT false,
  renames json NOT NULL DEFAULT '[]'
);
CREATE INDEX promotion_upstream ON promotion (upstream_plan_id, upstream_version);
