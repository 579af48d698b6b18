import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkspace } from '../../../electron/backend/backend.ts';
import type { Content } from '../../../electron/backend/files/content.ts';
import { openIncomingFolder } from '../../../electron/backend/files/incomingFolder.ts';
import { importFiles } from '../../../electron/backend/usecases/imports/importFiles.ts';
import { saveProfile } from '../../../electron/backend/usecases/profile.ts';
import { addFileToOutbox } from '../../../electron/backend/usecases/sync/addToOutbox.ts';
import { runSync } from '../../../electron/backend/usecases/sync/runSync.ts';
import type { RunProgress } from '../../../electron/backend/usecases/sync/syncRun.ts';
import { findOrAddTarget } from '../../../electron/backend/usecases/sync/targets.ts';
import { productFolder } from '../../helpers/content.ts';
import type { DavServer } from '../../helpers/apacheServer.ts';
import { valueOf } from '../../helpers/valueOf.ts';

/** An installation that exchanges packages with a folder of a server. */
export interface Station {
  readonly queue: (files: readonly string[]) => Promise<void>;
  readonly import: (files: readonly string[]) => Promise<void>;
  /** Answers with milliseconds and what was done; throws unless all went through. */
  readonly sync: (
    wish: 'pull' | 'push',
  ) => Promise<{ readonly milliseconds: number } & RunProgress['counts']>;
  readonly close: () => void;
}

export interface StationOptions {
  readonly folder: string;
  readonly content: Content;
  readonly server: DavServer;
  /** Of the place at the server; ends in `/`. */
  readonly address: string;
  readonly isCity?: boolean;
}

export function openStation({ folder, content, server, address, isCity = false }: StationOptions): Station {
  mkdirSync(folder, { recursive: true });
  const { context, close } = valueOf(
    openWorkspace({
      databaseFile: path.join(folder, 'thuoc-so.sqlite'),
      contentFolder: path.join(productFolder, 'criteria'),
      content,
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
  if (isCity) valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  const authority = readFileSync(server.caFile, 'utf8');
  const place = { address, userName: server.user, authority };
  const targetId = valueOf(findOrAddTarget(context, place)).id;
  const incoming = openIncomingFolder(folder);
  return {
    close,
    queue: async (files) => {
      for (const file of files) valueOf(await addFileToOutbox(context, file, { targetId }));
    },
    import: async (files) => {
      const sources = files.map((file) => ({ path: file, name: path.basename(file) }));
      valueOf(await importFiles(context, sources));
    },
    sync: async (wish) => {
      const startedAt = performance.now();
      const parts = { pull: wish === 'pull', push: wish === 'push' };
      const options = { incoming, password: server.password };
      const { progress, result } = valueOf(await runSync(context, { targetId, ...parts }, options));
      valueOf(result);
      const { failed, refused, postponed } = progress.counts;
      if (failed + refused + postponed > 0) throw new Error('Not everything went through');
      return { milliseconds: performance.now() - startedAt, ...progress.counts };
    },
  };
}
