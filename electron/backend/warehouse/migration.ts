/** One step of the schema of the shared data store. Never edited once it is out; statements only add. */
export interface WarehouseMigration {
  /** Counts from 1 without gaps. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
