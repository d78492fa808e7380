-- Each violation's share of its event's volume over the last seven days, 0 to 1, worked out every few minutes; a table
-- of its own, so that working it out does not lock what arrivals count.
CREATE TABLE violation_share (
  violation_id text PRIMARY KEY REFERENCES violation (id) ON DELETE CASCADE,
  share real NOT NULL
);
