import type Database from 'better-sqlite3';

/** Where packages are exchanged; its password lies elsewhere. */
export interface TargetRecord {
  readonly number: number;
  readonly id: string;
  readonly kind: 'folder' | 'webdav';
  readonly name: string;
  readonly address: string;
  /** '' for none, like the two that follow. */
  readonly userName: string;
  /** PEM. */
  readonly authority: string;
  readonly proxy: string;
  /** ISO instants of the last time that everything was done; null for never. */
  readonly pulledAt: string | null;
  readonly sentAt: string | null;
}

export type NewTarget = Omit<TargetRecord, 'number' | 'pulledAt' | 'sentAt'>;

export interface TargetReader {
  /** By name. */
  listTargets(): readonly TargetRecord[];
  findTarget(id: string): TargetRecord | undefined;
  findTargetAt(place: Pick<TargetRecord, 'kind' | 'address' | 'userName'>): TargetRecord | undefined;
}

export interface TargetWriter {
  insertTarget(target: NewTarget): void;
  updateTarget(target: NewTarget): void;
  /** With its items and all that was remembered of it. */
  removeTarget(target: number): void;
  noteTargetDone(target: number, what: 'pulled' | 'sent', at: string): void;
}

const columns = `number, id, kind, name, address, user_name AS userName, authority, proxy, pulled_at AS pulledAt,
    sent_at AS sentAt`;

export function prepareTargetTable(database: Database.Database): TargetReader & TargetWriter {
  const list = database.prepare<[], TargetRecord>(`SELECT ${columns} FROM sync_target ORDER BY name, number`);
  const find = database.prepare<[string], TargetRecord>(`SELECT ${columns} FROM sync_target WHERE id = ?`);
  const findAt = database.prepare<[string, string, string], TargetRecord>(
    `SELECT ${columns} FROM sync_target WHERE kind = ? AND address = ? AND user_name = ?`,
  );
  const insert = database.prepare<[object]>(
    `INSERT INTO sync_target (id, kind, name, address, user_name, authority, proxy)
     VALUES (:id, :kind, :name, :address, :userName, :authority, :proxy)`,
  );
  const update = database.prepare<[object]>(
    `UPDATE sync_target SET kind = :kind, name = :name, address = :address, user_name = :userName,
       authority = :authority, proxy = :proxy WHERE id = :id`,
  );
  const remove = database.prepare<[number]>('DELETE FROM sync_target WHERE number = ?');
  const notePulled = database.prepare<[string, number]>(
    'UPDATE sync_target SET pulled_at = ? WHERE number = ?',
  );
  const noteSent = database.prepare<[string, number]>('UPDATE sync_target SET sent_at = ? WHERE number = ?');
  return {
    listTargets: () => list.all(),
    findTarget: (id) => find.get(id),
    findTargetAt: ({ kind, address, userName }) => findAt.get(kind, address, userName),
    insertTarget: (target) => void insert.run(target),
    updateTarget: (target) => void update.run(target),
    removeTarget: (target) => void remove.run(target),
    noteTargetDone: (target, what, at) => void (what === 'pulled' ? notePulled : noteSent).run(at, target),
  };
}
