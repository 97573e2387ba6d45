-- The project database. Values of enumerations are those of core/dataset; times are ms UTC, uuids 16 bytes.
-- Coordinates are pixels of the oriented picture. Pictures lie outside, found by root and relative path.
CREATE TABLE project ( id INTEGER PRIMARY KEY CHECK (id = 1), uuid BLOB NOT NULL CHECK (length(uuid) = 16), name TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0, split_seed INTEGER NOT NULL, auto_split INTEGER NOT NULL DEFAULT 1,
  ratio_train REAL NOT NULL DEFAULT 0.8, ratio_val REAL NOT NULL DEFAULT 0.2, ratio_test REAL NOT NULL DEFAULT 0.0,
  clean_close INTEGER NOT NULL DEFAULT 1, settings TEXT NOT NULL DEFAULT '{}') STRICT
--;
CREATE TABLE root ( id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL CHECK (kind IN (0, 1)), -- 0 referenced, 1 copied in
  rel_dir TEXT, abs_hint TEXT NOT NULL, depth_rule TEXT NOT NULL DEFAULT 'full') STRICT
--;
CREATE TABLE image ( id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), root_id INTEGER NOT NULL REFERENCES root(id), rel_path TEXT NOT NULL,
  bytes INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, sha256 BLOB CHECK (length(sha256) = 32), phash INTEGER,
  format INTEGER NOT NULL, width INTEGER NOT NULL CHECK (width > 0), height INTEGER NOT NULL CHECK (height > 0),
  orientation INTEGER NOT NULL DEFAULT 1 CHECK (orientation BETWEEN 1 AND 8), frames INTEGER NOT NULL DEFAULT 1,
  bits INTEGER NOT NULL DEFAULT 8, channels INTEGER NOT NULL DEFAULT 3, health INTEGER NOT NULL DEFAULT 0, -- 0 good, 1 missing, 2 changed, 3 truncated, 4 undecodable, 5 odd
  split INTEGER NOT NULL DEFAULT 0 CHECK (split BETWEEN 0 AND 3), -- 0 none, 1 train, 2 val, 3 test
  split_locked INTEGER NOT NULL DEFAULT 0, group_key TEXT, dup_group INTEGER, taken_at INTEGER, meta TEXT,
  transfer_id INTEGER REFERENCES transfer(id), UNIQUE (root_id, rel_path)) STRICT
--;
CREATE INDEX image_by_sha ON image(sha256) WHERE sha256 IS NOT NULL
--;
CREATE INDEX image_by_dup ON image(dup_group) WHERE dup_group IS NOT NULL
--;
CREATE INDEX image_by_group ON image(group_key) WHERE group_key IS NOT NULL
--;
CREATE INDEX image_by_health ON image(health) WHERE health <> 0
--;
CREATE INDEX image_by_transfer ON image(transfer_id) WHERE transfer_id IS NOT NULL
--;
CREATE INDEX image_by_split ON image(split)
--;
CREATE TABLE view ( id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, parent_id INTEGER REFERENCES view(id), name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE, type INTEGER NOT NULL CHECK (type IN (0, 1, 2)), -- 0 classification, 1 tagging, 2 detection
  margin INTEGER NOT NULL DEFAULT 0 CHECK (margin BETWEEN 0 AND 100), ordinal INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '') STRICT
--;
CREATE INDEX view_by_parent ON view(parent_id)
--;
CREATE TABLE concept ( id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE, view_id INTEGER NOT NULL REFERENCES view(id),
  name TEXT NOT NULL, name_key TEXT NOT NULL, ordinal INTEGER NOT NULL, colour INTEGER NOT NULL, shortcut TEXT,
  note TEXT NOT NULL DEFAULT '', example_image_id INTEGER REFERENCES image(id) ON DELETE SET NULL,
  export_index INTEGER NOT NULL, retired INTEGER NOT NULL DEFAULT 0, merged_into INTEGER REFERENCES concept(id),
  UNIQUE (view_id, export_index), CHECK (merged_into IS NULL OR retired = 1)) STRICT
--;
CREATE UNIQUE INDEX concept_name ON concept(view_id, name_key) WHERE retired = 0
--;
CREATE TABLE condition_term ( view_id INTEGER NOT NULL REFERENCES view(id) ON DELETE CASCADE, clause INTEGER NOT NULL,
  concept_id INTEGER NOT NULL REFERENCES concept(id), PRIMARY KEY (view_id, clause, concept_id)) STRICT, WITHOUT ROWID
--;
CREATE TABLE item ( id INTEGER PRIMARY KEY, view_id INTEGER NOT NULL REFERENCES view(id), image_id INTEGER NOT NULL REFERENCES image(id),
  box_id INTEGER REFERENCES box(id), -- NULL: the whole image; else the box of the nearest detection ancestor
  member INTEGER NOT NULL DEFAULT 1 CHECK (member IN (0, 1)), split INTEGER NOT NULL, -- copy of image.split
  state INTEGER NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 3), -- 0 unseen, 1 partly, 2 annotated, 3 without concept
  rev INTEGER NOT NULL DEFAULT 0, reviewed_rev INTEGER, reviewed_at INTEGER, reviewer TEXT) STRICT
--;
CREATE UNIQUE INDEX item_whole ON item(view_id, image_id) WHERE box_id IS NULL
--;
CREATE UNIQUE INDEX item_box ON item(box_id, view_id) WHERE box_id IS NOT NULL
--;
CREATE INDEX item_by_image ON item(image_id)
--;
CREATE INDEX item_page ON item(view_id, member, id, image_id, box_id, split, state)
--;
CREATE INDEX item_state ON item(view_id, member, state, id, image_id, box_id, split)
--;
CREATE TABLE label ( item_id INTEGER NOT NULL REFERENCES item(id), concept_id INTEGER NOT NULL REFERENCES concept(id),
  value INTEGER NOT NULL CHECK (value IN (0, 1)), source INTEGER NOT NULL DEFAULT 0, -- 0 person, 1 import, 2 accepted draft
  transfer_id INTEGER, PRIMARY KEY (item_id, concept_id)) STRICT, WITHOUT ROWID
--;
CREATE INDEX label_by_concept ON label(concept_id, value, item_id)
--;
CREATE TABLE box ( id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item(id), concept_id INTEGER NOT NULL REFERENCES concept(id),
  x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL, flags INTEGER NOT NULL DEFAULT 0, -- 1 difficult 2 truncated 4 occluded 8 crowd
  source INTEGER NOT NULL DEFAULT 0, ordinal INTEGER NOT NULL DEFAULT 0, meta TEXT, transfer_id INTEGER, CHECK (x1 > x0 AND y1 > y0 AND x0 >= 0 AND y0 >= 0)) STRICT
--;
CREATE INDEX box_by_item ON box(item_id)
--;
CREATE INDEX box_by_concept ON box(concept_id, item_id)
--;
CREATE TABLE gap (item_id INTEGER NOT NULL REFERENCES item(id), concept_id INTEGER NOT NULL REFERENCES concept(id), PRIMARY KEY (item_id, concept_id)) STRICT, WITHOUT ROWID
--;
CREATE TABLE draft ( id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item(id), concept_id INTEGER NOT NULL REFERENCES concept(id),
  x0 REAL, y0 REAL, x1 REAL, y1 REAL, score REAL NOT NULL, threshold REAL, version_id INTEGER REFERENCES model_version(id), transfer_id INTEGER) STRICT
--;
CREATE INDEX draft_by_item ON draft(item_id)
--;
CREATE INDEX draft_by_version ON draft(version_id) WHERE version_id IS NOT NULL
--;
CREATE TABLE review_event ( id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL REFERENCES item(id), item_rev INTEGER NOT NULL, at INTEGER NOT NULL,
  reviewer TEXT NOT NULL, action INTEGER NOT NULL CHECK (action IN (0, 1, 2))) STRICT -- 0 reviewed, 1 taken back, 2 reset
--;
CREATE INDEX review_by_item ON review_event(item_id)
--;
CREATE TABLE item_tally (view_id INTEGER NOT NULL, split INTEGER NOT NULL, state INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (view_id, split, state)) STRICT, WITHOUT ROWID
--;
CREATE TABLE concept_tally (concept_id INTEGER NOT NULL, split INTEGER NOT NULL, value INTEGER NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (concept_id, split, value)) STRICT, WITHOUT ROWID
--;
CREATE TABLE model ( id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, view_id INTEGER NOT NULL REFERENCES view(id), name TEXT NOT NULL,
  concept_set BLOB NOT NULL, created_at INTEGER NOT NULL, UNIQUE (view_id, concept_set)) STRICT -- SHA-256 of the sorted concept uuids
--;
CREATE TABLE model_concept (model_id INTEGER NOT NULL REFERENCES model(id), concept_id INTEGER NOT NULL REFERENCES concept(id),
  PRIMARY KEY (model_id, concept_id)) STRICT, WITHOUT ROWID
--;
CREATE TABLE model_version ( id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, model_id INTEGER NOT NULL REFERENCES model(id), number INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE, parent_id INTEGER REFERENCES model_version(id), status INTEGER NOT NULL, -- 0 queued 1 running 2 paused 3 done 4 stopped 5 failed 6 interrupted
  architecture TEXT NOT NULL, spec TEXT NOT NULL, concepts TEXT NOT NULL, -- frozen JSON: [{uuid,name,threshold}]
  data_revision BLOB, items_train INTEGER, items_val INTEGER, items_test INTEGER, headline REAL, headline_key TEXT,
  weights INTEGER NOT NULL DEFAULT 0, -- 0 none 1 present 2 deleted on request 3 lost
  note TEXT NOT NULL DEFAULT '', starred INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL, finished_at INTEGER, failure TEXT,
  metrics TEXT NOT NULL DEFAULT '{}', -- JSON, of the kept epoch
  UNIQUE (model_id, number)) STRICT
--;
CREATE TABLE epoch_metric ( version_id INTEGER NOT NULL REFERENCES model_version(id) ON DELETE CASCADE, epoch INTEGER NOT NULL, key TEXT NOT NULL,
  concept_ord INTEGER NOT NULL DEFAULT -1, value REAL, PRIMARY KEY (version_id, epoch, key, concept_ord)) STRICT, WITHOUT ROWID
--;
CREATE TABLE audit ( id INTEGER PRIMARY KEY, view_id INTEGER NOT NULL REFERENCES view(id), version_id INTEGER REFERENCES model_version(id) ON DELETE SET NULL,
  at INTEGER NOT NULL, project_revision INTEGER NOT NULL) STRICT
--;
CREATE TABLE finding ( id INTEGER PRIMARY KEY, audit_id INTEGER NOT NULL REFERENCES audit(id) ON DELETE CASCADE, item_id INTEGER NOT NULL REFERENCES item(id),
  concept_id INTEGER REFERENCES concept(id), kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3), -- 0 missing 1 wrong 2 duplicates disagree 3 split leak
  box_id INTEGER REFERENCES box(id), x0 REAL, y0 REAL, x1 REAL, y1 REAL, weight REAL NOT NULL, item_rev INTEGER NOT NULL,
  verdict INTEGER NOT NULL DEFAULT 0 CHECK (verdict IN (0, 1, 2))) STRICT -- 0 open 1 corrected 2 annotation is right
--;
CREATE INDEX finding_queue ON finding(audit_id, verdict, kind, weight DESC, id, item_id)
--;
CREATE INDEX finding_by_item ON finding(item_id, concept_id, kind, verdict)
--;
CREATE INDEX finding_by_box ON finding(box_id) WHERE box_id IS NOT NULL
--;
CREATE TABLE transfer ( id INTEGER PRIMARY KEY, direction INTEGER NOT NULL CHECK (direction IN (0, 1)), format TEXT NOT NULL, place TEXT NOT NULL, -- 0 in 1 out
  options TEXT NOT NULL, counts TEXT NOT NULL, status INTEGER NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER) STRICT
--;
CREATE TABLE transfer_issue (
  id INTEGER PRIMARY KEY, transfer_id INTEGER NOT NULL REFERENCES transfer(id) ON DELETE CASCADE, level INTEGER NOT NULL, -- 0 notice 1 repaired 2 rejected
  code TEXT NOT NULL, file TEXT NOT NULL, line INTEGER, detail TEXT NOT NULL) STRICT
--;
CREATE INDEX issue_by_code ON transfer_issue(transfer_id, level, code)
--;
CREATE TABLE undo_step ( id INTEGER PRIMARY KEY, at INTEGER NOT NULL, title TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0,
  transfer_id INTEGER, bytes INTEGER NOT NULL DEFAULT 0) STRICT
--;
CREATE TABLE undo_row ( step_id INTEGER NOT NULL REFERENCES undo_step(id) ON DELETE CASCADE, seq INTEGER NOT NULL, tbl TEXT NOT NULL,
  before BLOB, after BLOB, PRIMARY KEY (step_id, seq)) STRICT, WITHOUT ROWID -- CBOR row; NULL = row absent
--;
-- Counts are kept by triggers, so that no writer can forget them.
CREATE TRIGGER item_in AFTER INSERT ON item WHEN NEW.member = 1 BEGIN
  INSERT INTO item_tally VALUES (NEW.view_id, NEW.split, NEW.state, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END
--;
CREATE TRIGGER item_out AFTER DELETE ON item WHEN OLD.member = 1 BEGIN
  UPDATE item_tally SET n = n - 1 WHERE view_id = OLD.view_id AND split = OLD.split AND state = OLD.state;
END
--;
CREATE TRIGGER item_change AFTER UPDATE OF member, split, state ON item BEGIN
  UPDATE item_tally SET n = n - 1 WHERE OLD.member = 1 AND view_id = OLD.view_id AND split = OLD.split AND state = OLD.state;
  INSERT INTO item_tally SELECT NEW.view_id, NEW.split, NEW.state, 1 WHERE NEW.member = 1 ON CONFLICT DO UPDATE SET n = n + 1;
END
--;
-- What an item holds is booked under its split, and only while it is a member.
CREATE TRIGGER item_moved AFTER UPDATE OF member, split ON item WHEN OLD.member <> NEW.member OR OLD.split <> NEW.split BEGIN
  UPDATE concept_tally SET n = n - (SELECT count(*) FROM label l WHERE l.item_id = NEW.id AND l.concept_id = concept_tally.concept_id AND l.value = concept_tally.value)
    WHERE OLD.member = 1 AND split = OLD.split AND concept_id IN (SELECT concept_id FROM label WHERE item_id = NEW.id);
  UPDATE concept_tally SET n = n - (SELECT count(*) FROM box b WHERE b.item_id = NEW.id AND b.concept_id = concept_tally.concept_id)
    WHERE OLD.member = 1 AND split = OLD.split AND value = 1 AND concept_id IN (SELECT concept_id FROM box WHERE item_id = NEW.id);
  INSERT INTO concept_tally SELECT concept_id, NEW.split, value, 1 FROM label WHERE item_id = NEW.id AND NEW.member = 1 ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO concept_tally SELECT concept_id, NEW.split, 1, count(*) FROM box WHERE item_id = NEW.id AND NEW.member = 1 GROUP BY concept_id ON CONFLICT DO UPDATE SET n = n + excluded.n;
END
--;
CREATE TRIGGER label_in AFTER INSERT ON label BEGIN
  INSERT INTO concept_tally SELECT NEW.concept_id, split, NEW.value, 1 FROM item WHERE id = NEW.item_id AND member = 1 ON CONFLICT DO UPDATE SET n = n + 1;
END
--;
CREATE TRIGGER label_out AFTER DELETE ON label BEGIN
  UPDATE concept_tally SET n = n - 1 WHERE concept_id = OLD.concept_id AND value = OLD.value
    AND split = (SELECT split FROM item WHERE id = OLD.item_id AND member = 1);
END
--;
CREATE TRIGGER label_change AFTER UPDATE OF concept_id, value, item_id ON label BEGIN
  UPDATE concept_tally SET n = n - 1 WHERE concept_id = OLD.concept_id AND value = OLD.value
    AND split = (SELECT split FROM item WHERE id = OLD.item_id AND member = 1);
  INSERT INTO concept_tally SELECT NEW.concept_id, split, NEW.value, 1 FROM item WHERE id = NEW.item_id AND member = 1 ON CONFLICT DO UPDATE SET n = n + 1;
END
--;
CREATE TRIGGER box_in AFTER INSERT ON box BEGIN
  INSERT INTO concept_tally SELECT NEW.concept_id, split, 1, 1 FROM item WHERE id = NEW.item_id AND member = 1 ON CONFLICT DO UPDATE SET n = n + 1;
END
--;
CREATE TRIGGER box_out AFTER DELETE ON box BEGIN
  UPDATE concept_tally SET n = n - 1 WHERE concept_id = OLD.concept_id AND value = 1
    AND split = (SELECT split FROM item WHERE id = OLD.item_id AND member = 1);
END
--;
CREATE TRIGGER box_change AFTER UPDATE OF concept_id, item_id ON box BEGIN
  UPDATE concept_tally SET n = n - 1 WHERE concept_id = OLD.concept_id AND value = 1
    AND split = (SELECT split FROM item WHERE id = OLD.item_id AND member = 1);
  INSERT INTO concept_tally SELECT NEW.concept_id, split, 1, 1 FROM item WHERE id = NEW.item_id AND member = 1 ON CONFLICT DO UPDATE SET n = n + 1;
END
