-- The id that the source of an import gives a concept, as JSON: 7 or "a7" (COCO category_id). Predictions go out with it.
ALTER TABLE concept ADD COLUMN source_id TEXT
