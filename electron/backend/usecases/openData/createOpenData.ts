import type { Language } from '#shared/api/contract.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { toCsv } from '#shared/format/extract/csvExtract.ts';
import type { Extract } from '#shared/format/extract/extract.ts';
import { extractSchema, toExtractJsonSchema } from '#shared/format/extract/extractSchema.ts';
import { toJsonExtract } from '#shared/format/extract/jsonExtract.ts';
import { toXmlExtract } from '#shared/format/extract/xmlExtract.ts';
import { toExtractXsd } from '#shared/format/extract/xsdOfExtract.ts';
import { formatPeriod } from '#shared/report/formatPeriod.ts';
import { metadataTable } from '#shared/report/summary/metadataTable.ts';
import type { MetadataItem } from '#shared/report/summary/reportMetadata.ts';
import { createReportTranslate } from '../../reports/reportWords.ts';
import type { UseCaseContext } from '../context.ts';
import { describePeriod } from '../reporting/describePeriod.ts';
import { scorePeriodWithHistory, type ScoredPeriod } from '../reporting/scorePeriod.ts';
import { findOwnScope } from '../unitScope.ts';
import { describeDataset, sha256Of, type DatasetFile } from './describeDataset.ts';

export interface OpenDataWish {
  readonly period: string;
  readonly setId?: string | undefined;
  readonly basis: Basis;
  readonly language: Language;
  /** Address of the licence under which the data are given; null where nothing is said. */
  readonly licence: string | null;
}

/** One period as a dataset: a folder's name and its files, sorted. */
export interface OpenDataset {
  readonly folderName: string;
  readonly files: readonly DatasetFile[];
  readonly units: number;
  /** ISO instant of the newest edit in it. */
  readonly modified: string;
}

/** Lists every other file with its SHA-256, as `sha256sum --check` reads it. */
export const sumsFile = 'SHA256SUMS';

/**
 * The open data of one period, without anything that may name a person. Equal content gives equal bytes: no clock, no
 * version of the program. Errors: those of `scorePeriodWithHistory`.
 */
export async function createOpenData(
  context: UseCaseContext,
  wish: OpenDataWish,
): Promise<Result<OpenDataset>> {
  const asked = parsePeriod(wish.period);
  if (!asked.ok) return asked;
  // As on the dashboard: whoever stands above the communes compares all of them, silent ones included.
  const own = context.store.read((reader) => succeed(findOwnScope(reader, context.content, asked.value)));
  if (!own.ok) return own;
  const question = { period: wish.period, setId: wish.setId, above: own.value?.unit.code };
  const scored = await scorePeriodWithHistory(context, question);
  if (!scored.ok) return scored;
  const modified = newestEdit(scored.value);
  const report = describePeriod({ ...context, now: () => new Date(modified) }, scored.value, {
    language: wish.language,
    basis: wish.basis,
    isMasked: true,
  });
  const metadata = withoutClock(report.metadata, modified, wish);
  const extract: Extract = { metadata, tables: report.tables, dictionary: report.dictionary };
  const files = [...dataFiles(extract, report.documentTitle, wish.language), licenceFile(wish)];
  const { loadedSet, period, scope } = scored.value;
  const description = describeDataset(
    {
      set: loadedSet.set,
      period,
      publisher: scope?.unit.name ?? '',
      modified,
      licence: wish.licence,
      titles: { vi: titleOf(scored.value, 'vi'), en: titleOf(scored.value, 'en') },
      rights: { vi: rightsOf(null, 'vi'), en: rightsOf(null, 'en') },
    },
    files.toSorted(byName),
  );
  const all = [...files, file('dcat.jsonld', description)].toSorted(byName);
  const sums = all.map(({ name, bytes }) => `${sha256Of(bytes)}  ${name}\n`).join('');
  return succeed({
    folderName: `${loadedSet.set.id}_${period.code.replace('/', '_')}`,
    files: [...all, file(sumsFile, sums)],
    units: scored.value.units.length,
    modified,
  });
}

function dataFiles(extract: Extract, title: string, language: Language): readonly DatasetFile[] {
  const json = toJsonExtract(extract);
  // What does not keep to its own schema must not be published.
  extractSchema(extract).parse(JSON.parse(json));
  const about = metadataTable(extract.metadata, { language, translate: createReportTranslate(language) });
  return [
    ...[about, ...extract.tables, extract.dictionary].map((table) =>
      file(`${table.id}.csv`, toCsv(table, 'machine')),
    ),
    file('dataset.json', json),
    file('dataset.schema.json', toExtractJsonSchema(extract, title)),
    file('dataset.xml', toXmlExtract(extract)),
    file('dataset.xsd', toExtractXsd(extract)),
  ];
}

function licenceFile({ licence, language }: OpenDataWish): DatasetFile {
  const translate = createReportTranslate(language);
  return file('LICENSE.txt', `${rightsOf(licence, language)}\n\n${translate('summary:licence')}\n`);
}

function rightsOf(licence: string | null, language: Language): string {
  const translate = createReportTranslate(language);
  return licence === null
    ? translate('summary:licenceOpen')
    : translate('summary:licenceOfData', { licence });
}

function titleOf({ loadedSet, period }: ScoredPeriod, language: Language): string {
  const translate = createReportTranslate(language);
  return `${loadedSet.set.title[language]} – ${formatPeriod(period, translate)}`;
}

/** When a report was made says nothing about the data; when they were last changed does. */
function withoutClock(
  metadata: readonly MetadataItem[],
  modified: string,
  { language, licence }: OpenDataWish,
): readonly MetadataItem[] {
  const translate = createReportTranslate(language);
  return metadata
    .filter(({ id }) => id !== 'producer')
    .map((item) => {
      if (item.id === 'createdAt')
        return { id: 'modified', label: translate('summary:metadata-modified'), value: modified };
      return item.id === 'licence'
        ? { ...item, value: `${rightsOf(licence, language)} ${item.value}` }
        : item;
    });
}

/** The end of the period where nothing has ever been entered. */
function newestEdit({ units, period }: ScoredPeriod): string {
  const edits = units.flatMap(({ assessment }) => (assessment?.savedAt ? [assessment.savedAt] : []));
  return edits.toSorted().at(-1) ?? `${period.lastDay}T00:00:00.000Z`;
}

function file(name: string, text: string): DatasetFile {
  return { name, bytes: Buffer.from(text) };
}

function byName(a: DatasetFile, b: DatasetFile): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
