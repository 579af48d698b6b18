import type Database from 'better-sqlite3';
import type { OpenState, SentState } from '#shared/domain/sync/outboxState.ts';
import type { RemoteKind } from '#shared/domain/sync/remotePath.ts';
import type { AssessmentIdentity } from './assessmentTable.ts';

/** A package on its way to a target. */
export interface OutboxRecord extends NewOutboxRecord {
  readonly number: number;
}

export interface NewOutboxRecord {
  readonly id: string;
  /** The row's number in `sync_target`. */
  readonly target: number;
  /** Of the file. */
  readonly sha256: string;
  readonly size: number;
  readonly kind: RemoteKind;
  readonly identity: AssessmentIdentity;
  readonly unitName: string;
  readonly revision: number;
  readonly remotePath: string;
  /** Digests of the packages within: its own, and those of a bundle. */
  readonly carries: readonly string[];
  /** Of the package that a receipt speaks of. */
  readonly receiptOf: string | null;
  /** ISO instant. */
  readonly addedAt: string;
  /** That it was received follows from the receipts. */
  readonly state: OpenState | SentState;
}

export interface OutboxReader {
  /** Newest first: all that are open, and some that are not. */
  listOutbox(limitOfSent: number): readonly OutboxRecord[];
  /** Oldest first. */
  listOpenOf(target: number): readonly OutboxRecord[];
  findOutboxItem(id: string): OutboxRecord | undefined;
  findOutboxItemOf(target: number, sha256: string): OutboxRecord | undefined;
  hasOutboxPath(target: number, remotePath: string): boolean;
  hasReceiptFor(target: number, packageSha256: string): boolean;
}

export interface OutboxWriter {
  insertOutboxItem(item: NewOutboxRecord): void;
  setOutboxState(number: number, state: OpenState | SentState): void;
  removeOutboxItem(number: number): void;
}

interface Row extends Omit<OutboxRecord, 'identity' | 'carries' | 'state'>, AssessmentIdentity {
  readonly carries: string;
  readonly state: string;
}

const columns = `number, id, target, sha256, size, kind, unit_code AS unitCode, unit_valid_from AS unitValidFrom,
    unit_name AS unitName, period, set_id AS setId, set_version AS setVersion, revision, remote_path AS remotePath,
    carries, receipt_of AS receiptOf, added_at AS addedAt, state`;

/** The statements that run often; a test asks SQLite for their plans. */
export const outboxQueries = {
  open: `SELECT ${columns} FROM outbox_item WHERE is_open = 1 ORDER BY number DESC`,
  sent: `SELECT ${columns} FROM outbox_item WHERE is_open = 0 ORDER BY number DESC LIMIT ?`,
  find: `SELECT ${columns} FROM outbox_item WHERE id = ?`,
  findOf: `SELECT ${columns} FROM outbox_item WHERE target = ? AND sha256 = ?`,
  hasPath: 'SELECT 1 FROM outbox_item WHERE target = ? AND remote_path = ?',
  hasReceipt: 'SELECT 1 FROM outbox_item WHERE target = ? AND receipt_of = ?',
} as const;

export function prepareOutboxTable(database: Database.Database): OutboxReader & OutboxWriter {
  const open = database.prepare<[], Row>(outboxQueries.open);
  const sent = database.prepare<[number], Row>(outboxQueries.sent);
  const find = database.prepare<[string], Row>(outboxQueries.find);
  const findOf = database.prepare<[number, string], Row>(outboxQueries.findOf);
  const hasPath = database.prepare<[number, string], number>(outboxQueries.hasPath).pluck();
  const hasReceipt = database.prepare<[number, string], number>(outboxQueries.hasReceipt).pluck();
  const listOpen = () => open.all().map(toRecord);
  return {
    ...prepareOutboxWriting(database),
    listOutbox: (limitOfSent) => [...listOpen(), ...sent.all(limitOfSent).map(toRecord)],
    listOpenOf: (target) =>
      listOpen()
        .filter((item) => item.target === target)
        .toReversed(),
    findOutboxItem: (id) => toRecordIfAny(find.get(id)),
    findOutboxItemOf: (target, sha256) => toRecordIfAny(findOf.get(target, sha256)),
    hasOutboxPath: (target, remotePath) => hasPath.get(target, remotePath) !== undefined,
    hasReceiptFor: (target, packageSha256) => hasReceipt.get(target, packageSha256) !== undefined,
  };
}

function prepareOutboxWriting(database: Database.Database): OutboxWriter {
  const insert = database.prepare<[object]>(
    `INSERT INTO outbox_item (id, target, sha256, size, kind, unit_code, unit_valid_from, unit_name, period, set_id,
       set_version, revision, remote_path, carries, receipt_of, added_at, state)
     VALUES (:id, :target, :sha256, :size, :kind, :unitCode, :unitValidFrom, :unitName, :period, :setId,
       :setVersion, :revision, :remotePath, :carries, :receiptOf, :addedAt, :state)`,
  );
  const setState = database.prepare<[string, number]>('UPDATE outbox_item SET state = ? WHERE number = ?');
  const remove = database.prepare<[number]>('DELETE FROM outbox_item WHERE number = ?');
  return {
    insertOutboxItem: ({ identity, carries, state, ...item }) =>
      void insert.run({
        ...item,
        ...identity,
        unitValidFrom: identity.unitValidFrom ?? '',
        carries: JSON.stringify(carries),
        state: JSON.stringify(state),
      }),
    setOutboxState: (number, state) => void setState.run(JSON.stringify(state), number),
    removeOutboxItem: (number) => void remove.run(number),
  };
}

function toRecordIfAny(row: Row | undefined): OutboxRecord | undefined {
  return row && toRecord(row);
}

function toRecord({ unitCode, unitValidFrom, period, setId, setVersion, ...row }: Row): OutboxRecord {
  return {
    ...row,
    identity: {
      unitCode,
      unitValidFrom: unitValidFrom === '' ? null : unitValidFrom,
      period,
      setId,
      setVersion,
    },
    carries: JSON.parse(row.carries) as string[],
    state: JSON.parse(row.state) as OutboxRecord['state'],
  };
}
