/** One step of the schema. Once shipped it is never edited, and it uses SQL only: today's code changes, the step must not. */
export interface Migration {
  /** 1, 2, 3 … without gaps; `user_version` of a database is the number of the last one it has had. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
