-- The decoder revision with which the picture was decoded as a whole; 0: never.
ALTER TABLE image ADD COLUMN decoded INTEGER NOT NULL DEFAULT 0
--;
-- While a file is missing or changed: the health to which the picture goes back when the recorded content is there again.
ALTER TABLE image ADD COLUMN own_health INTEGER NOT NULL DEFAULT 0
--;
CREATE INDEX image_by_decoded ON image(decoded)
