-- The newest step that is done, or undone, without reading the whole history.
CREATE INDEX undo_by_state ON undo_step(undone, id)
