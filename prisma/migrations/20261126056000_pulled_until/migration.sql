-- Until when Segment was asked for a source's counts. A source without any is told from one that was never asked.
ALTER TABLE source ADD COLUMN pulled_until timestamptz(3);
