import type Database from 'better-sqlite3';

export type SenderRole = 'commune' | 'aggregator' | 'city';

/** Who sends: codes of units are reused, so that the day from which they hold belongs to them. */
export interface Sender {
  readonly role: SenderRole;
  readonly unit: { readonly code: string; readonly validFrom: string | null; readonly name: string };
}

/** A key that has signed what came in. */
export interface SignerRecord extends Sender {
  /** Base64 of the raw 32 bytes. */
  readonly publicKey: string;
  /** First of its sender, introduced by a colleague's key, or accepted by a person. */
  readonly known: 'first' | 'introduced' | 'accepted';
  /** ISO instant. */
  readonly since: string;
}

export interface SignerReader {
  /** By unit, then oldest first. */
  listSigners(): readonly SignerRecord[];
  findSigner(publicKey: string): SignerRecord | undefined;
  hasSignerOf(sender: Sender): boolean;
  /** Every known key of a sender. */
  listSignersOf(sender: Sender): readonly SignerRecord[];
}

export interface SignerWriter {
  /** @param fromPackage the received package that taught it; its undo forgets it again */
  insertSigner(signer: SignerRecord, fromPackage: number): void;
  /** Forgets what an import taught, but for keys that another import has met too. */
  forgetSignersOf(importNumber: number): void;
}

type Row = Omit<SignerRecord, 'unit'> & {
  readonly unitCode: string;
  readonly unitValidFrom: string;
  readonly unitName: string;
};

const columns = `public_key AS publicKey, role, unit_code AS unitCode, unit_valid_from AS unitValidFrom,
    unit_name AS unitName, known, since`;

/** The statements that run often; a test asks SQLite for their plans. */
export const signerQueries = {
  find: `SELECT ${columns} FROM signer WHERE public_key = ?`,
  ofSender: `SELECT ${columns} FROM signer WHERE role = ? AND unit_code = ? AND unit_valid_from = ?`,
  // A key met by another import since then goes on being known through that.
  handOver: `UPDATE signer SET from_package = (
      SELECT max(other.number) FROM received_package AS other JOIN import ON import.number = other.import
      WHERE other.public_key = signer.public_key AND import.state = 'done' AND other.verdict <> 'refused')
    WHERE from_package IN (SELECT number FROM received_package WHERE import = :import)
      AND EXISTS (
        SELECT 1 FROM received_package AS other JOIN import ON import.number = other.import
        WHERE other.public_key = signer.public_key AND import.state = 'done' AND other.verdict <> 'refused')`,
  forget: `DELETE FROM signer
    WHERE from_package IN (SELECT number FROM received_package WHERE import = :import)`,
} as const;

export function prepareSignerTable(database: Database.Database): SignerReader & SignerWriter {
  const list = database.prepare<[], Row>(
    `SELECT ${columns} FROM signer ORDER BY unit_code, unit_valid_from, since, public_key`,
  );
  const find = database.prepare<[string], Row>(signerQueries.find);
  const ofSender = database.prepare<[string, string, string], Row>(signerQueries.ofSender);
  const insert = database.prepare<[object]>(
    `INSERT INTO signer (public_key, role, unit_code, unit_valid_from, unit_name, known, since, from_package)
     VALUES (:publicKey, :role, :unitCode, :unitValidFrom, :unitName, :known, :since, :fromPackage)`,
  );
  const handOver = database.prepare<[object]>(signerQueries.handOver);
  const forget = database.prepare<[object]>(signerQueries.forget);
  const rowsOf = ({ role, unit }: Sender) => ofSender.all(role, unit.code, unit.validFrom ?? '');
  return {
    listSigners: () => list.all().map(toRecord),
    findSigner: (publicKey) => {
      const row = find.get(publicKey);
      return row && toRecord(row);
    },
    hasSignerOf: (sender) => rowsOf(sender).length > 0,
    listSignersOf: (sender) => rowsOf(sender).map(toRecord),
    insertSigner: ({ unit, ...signer }, fromPackage) =>
      void insert.run({
        ...signer,
        unitCode: unit.code,
        unitValidFrom: unit.validFrom ?? '',
        unitName: unit.name,
        fromPackage,
      }),
    forgetSignersOf: (importNumber) => {
      handOver.run({ import: importNumber });
      forget.run({ import: importNumber });
    },
  };
}

function toRecord({ unitCode, unitValidFrom, unitName, ...row }: Row): SignerRecord {
  const unit = { code: unitCode, validFrom: unitValidFrom === '' ? null : unitValidFrom, name: unitName };
  return { ...row, unit };
}
