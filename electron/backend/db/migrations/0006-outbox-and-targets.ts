import type { Migration } from '../migration.ts';

/** Where packages are exchanged, which are on their way there, and what is remembered of what others have put there. */
export const outboxAndTargets: Migration = {
  number: 6,
  name: 'outbox-and-targets',
  sql: `
-- Passwords lie with the keys, never here. authority is PEM; '' stands for none.
CREATE TABLE sync_target (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('folder', 'webdav')),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  user_name TEXT NOT NULL,
  authority TEXT NOT NULL,
  proxy TEXT NOT NULL,
  pulled_at TEXT,
  sent_at TEXT,
  UNIQUE (kind, address, user_name)
) STRICT;

-- state is JSON, as shared/domain/sync/outboxState.ts has it. carries are the digests of the packages within: its own,
-- and those of a bundle. receipt_of is the digest of what a receipt speaks of. The bytes lie in outbox/<sha256> until they
-- have been sent; the row stays and tells what went where.
CREATE TABLE outbox_item (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  target INTEGER NOT NULL REFERENCES sync_target (number) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  kind TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  unit_valid_from TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  period TEXT NOT NULL,
  set_id TEXT NOT NULL,
  set_version TEXT NOT NULL,
  revision INTEGER NOT NULL,
  remote_path TEXT NOT NULL,
  carries TEXT NOT NULL CHECK (json_valid(carries)),
  receipt_of TEXT,
  added_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  is_open INTEGER NOT NULL GENERATED ALWAYS AS (state ->> 'kind' <> 'sent') STORED,
  UNIQUE (target, sha256)
) STRICT;

CREATE INDEX outbox_item_open ON outbox_item (is_open, number);

CREATE INDEX outbox_item_of_path ON outbox_item (target, remote_path);

CREATE INDEX outbox_item_receipt ON outbox_item (target, receipt_of) WHERE receipt_of IS NOT NULL;

-- A folder in which nothing was left to do, as it was when it was read; is_confirmed when it was read twice alike under
-- one tag, and only then an unchanged tag means that it need not be read.
CREATE TABLE remote_folder (
  target INTEGER NOT NULL REFERENCES sync_target (number) ON DELETE CASCADE,
  path TEXT NOT NULL,
  tag TEXT NOT NULL,
  listing TEXT NOT NULL,
  is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
  read_at TEXT NOT NULL,
  PRIMARY KEY (target, path)
) STRICT, WITHOUT ROWID;

-- What became of a file of others: under the same tag it is not fetched again, unless it was postponed and that time has
-- come, or refused by another version of the application.
CREATE TABLE remote_file (
  target INTEGER NOT NULL REFERENCES sync_target (number) ON DELETE CASCADE,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  tag TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'refused', 'postponed')),
  code TEXT,
  attempts INTEGER NOT NULL,
  next_try_at TEXT,
  app_version TEXT NOT NULL,
  PRIMARY KEY (target, folder, name)
) STRICT, WITHOUT ROWID;
`,
};
