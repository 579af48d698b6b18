import type Database from 'better-sqlite3';

export interface SettingReader {
  /** Undefined while it has never been set. */
  readSetting(name: string): unknown;
}

export interface SettingWriter {
  /** @param value anything JSON can hold */
  writeSetting(name: string, value: unknown): void;
}

export function prepareSettingTable(database: Database.Database): SettingReader & SettingWriter {
  const read = database.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck();
  const write = database.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    readSetting: (name) => {
      const json = read.get(name);
      return json === undefined ? undefined : (JSON.parse(json) as unknown);
    },
    writeSetting: (name, value) => void write.run(name, JSON.stringify(value)),
  };
}
