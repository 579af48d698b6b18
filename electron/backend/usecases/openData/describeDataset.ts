import { createHash } from 'node:crypto';
import type { Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';

/** What a catalogue must know of a dataset. */
export interface DatasetFacts {
  readonly set: CriteriaSet;
  readonly period: Period;
  /** Who publishes: the unit whose communes are compared; empty where the data file names none. */
  readonly publisher: string;
  /** ISO instant of the newest edit in it. */
  readonly modified: string;
  /** Address of the licence of the data; null where whoever publishes has not said. */
  readonly licence: string | null;
  readonly titles: Readonly<Record<'vi' | 'en', string>>;
  readonly rights: Readonly<Record<'vi' | 'en', string>>;
}

/** A file of a dataset. */
export interface DatasetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
};

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * The dataset and its files in the words of DCAT-AP 3, as JSON-LD. Addresses of files are relative: they hold wherever the
 * folder is put.
 */
export function describeDataset(facts: DatasetFacts, files: readonly DatasetFile[]): string {
  const { set, period, publisher, modified, licence, titles, rights } = facts;
  const document = {
    '@context': context,
    '@id': `urn:thuoc-so:${set.id}:${period.code.replace('/', '_')}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${set.id}_${period.code}`,
    'dct:title': inBoth(titles),
    'dct:description': inBoth(set.statement),
    'dct:modified': typed('dateTime', modified),
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed('date', period.firstDay),
      'dcat:endDate': typed('date', period.lastDay),
    },
    ...(publisher === '' ? {} : { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher } }),
    ...licenceOf(licence, rights),
    'dct:language': [{ '@id': 'http://publications.europa.eu/resource/authority/language/VIE' }],
    'dcat:theme': [{ '@id': 'http://publications.europa.eu/resource/authority/data-theme/GOVE' }],
    'dcat:version': `${set.id}@${set.version}`,
    'dcat:distribution': files.flatMap((file) => distributionOf(file, licenceOf(licence, rights))),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** Only data; schemas and sums are not another form of it. */
function distributionOf({ name, bytes }: DatasetFile, licence: object): readonly object[] {
  const mediaType = mediaTypes[name.split('.').at(-1) ?? ''];
  if (mediaType === undefined || name.includes('.schema.')) return [];
  const schema =
    name === 'dataset.json' ? 'dataset.schema.json' : name === 'dataset.xml' ? 'dataset.xsd' : null;
  return [
    {
      '@type': 'dcat:Distribution',
      'dct:title': name,
      'dcat:accessURL': { '@id': name },
      'dcat:downloadURL': { '@id': name },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType}` },
      'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes.byteLength) },
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256Of(bytes) },
      },
      ...(schema === null ? {} : { 'dct:conformsTo': { '@id': schema } }),
      ...licence,
    },
  ];
}

function licenceOf(licence: string | null, rights: DatasetFacts['rights']): object {
  return licence === null
    ? { 'dct:rights': { '@type': 'dct:RightsStatement', 'dct:description': inBoth(rights) } }
    : { 'dct:license': { '@id': licence } };
}

function inBoth(text: Readonly<Record<'vi' | 'en', string>>): readonly object[] {
  return (['vi', 'en'] as const).map((language) => ({ '@language': language, '@value': text[language] }));
}

function typed(type: 'date' | 'dateTime', value: string): object {
  return { '@type': `xsd:${type}`, '@value': value };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
