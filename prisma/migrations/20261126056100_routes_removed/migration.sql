-- When a way was last taken away from here: what came before does not tell that somebody set it up by hand.
ALTER TABLE route_arrival ADD COLUMN removed_at timestamptz(3);
