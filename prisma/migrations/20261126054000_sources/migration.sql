-- What kind of app a source is in (Segment's own category: Website, Mobile, Server); decides where Segment can block.
ALTER TABLE source ADD COLUMN platform text NOT NULL DEFAULT 'unknown'
  CHECK (platform IN ('web', 'mobile', 'server', 'unknown'));

-- `mode`: what Segment's catalog says the destination can be; which one of both it is set to is not told by the API.
CREATE TABLE source_destination (
  workspace_id text NOT NULL,
  source_id text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  enabled boolean NOT NULL,
  mode text NOT NULL CHECK (mode IN ('cloud', 'device', 'either', 'unknown')),
  PRIMARY KEY (workspace_id, source_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id) ON DELETE CASCADE
);

-- Blocked events are told apart by app version too.
ALTER TABLE source_hour ADD COLUMN app_version text NOT NULL DEFAULT '';
ALTER TABLE source_hour DROP CONSTRAINT source_hour_pkey;
ALTER TABLE source_hour ADD PRIMARY KEY
  (workspace_id, source_id, hour, kind, event_type, event_name, reason, app_version);

-- A way that violations of one source come here, set up from here or on the way to be: the steps done so far, and what
-- they made in Segment, so that going on finds it and taking it away removes that and nothing else.
CREATE TABLE source_route (
  workspace_id text NOT NULL,
  source_id text NOT NULL,
  route text NOT NULL CHECK (route IN ('forwarding', 'blocked-events', 'inline', 'collector')),
  status text NOT NULL CHECK (status IN ('connecting', 'by-hand', 'connected', 'disconnecting', 'failed')),
  endpoint_id text REFERENCES endpoint (id) ON DELETE SET NULL,
  steps json NOT NULL,
  made json NOT NULL,
  job_id text,
  changed_by text NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, source_id, route),
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id) ON DELETE CASCADE
);

-- When each way last brought something of a source, and how much.
CREATE TABLE route_arrival (
  workspace_id text NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  source_id text NOT NULL,
  route text NOT NULL,
  arrivals bigint NOT NULL,
  last_at timestamptz(3) NOT NULL,
  PRIMARY KEY (workspace_id, source_id, route)
);

-- A call that breaks the plan on purpose, to see a way work. Its violation is the proof, and counts nowhere else.
CREATE TABLE route_test (
  message_id text PRIMARY KEY,
  workspace_id text NOT NULL,
  source_id text NOT NULL,
  route text NOT NULL,
  event text NOT NULL,
  pointer text NOT NULL,
  requested_by text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3),
  problem text,
  arrived_at timestamptz(3),
  arrived_by text,
  FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX route_test_source ON route_test (workspace_id, source_id, route, made_at DESC);
