import { performance } from 'node:perf_hooks';
import process from 'node:process';
import {
  createReport,
  type ReportFormat,
} from '../../../electron/backend/usecases/reporting/createReport.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { round } from '../measure.ts';
import { cityQuestion, openCityStore } from './cityStore.ts';

/** What one process saw that writes one report: from the call until the bytes are there. */
export interface ReportRunFigures {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly peakMegabytes: number;
}

const [databaseFile = '', format = 'pdf'] = process.argv.slice(2);
const { context, close } = openCityStore(databaseFile);
const wish = {
  language: 'vi',
  basis: 'claimed',
  earlier: null,
  isMasked: false,
  csvDialect: 'excel',
} as const;
const startedAt = performance.now();
const { files } = valueOf(
  await createReport(context, { ...cityQuestion, above: '48' }, { ...wish, format: format as ReportFormat }),
);
const figures: ReportRunFigures = {
  milliseconds: round(performance.now() - startedAt),
  bytes: files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
close();
process.stdout.write(JSON.stringify(figures));
