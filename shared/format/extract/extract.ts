import type { MetadataItem } from '../../report/summary/reportMetadata.ts';
import type { ReportTable } from '../../report/summary/reportTable.ts';

/** What every data file of a report holds: the tables, what they mean, and where they come from. */
export interface Extract {
  readonly metadata: readonly MetadataItem[];
  readonly tables: readonly ReportTable[];
  readonly dictionary: ReportTable;
}
