import { buildHead, buildSignature, type ScorecardHead, type SignatureBlock } from '../scorecardHead.ts';
import type { Words } from '../words.ts';
import type { ReportOrigin } from './reportMetadata.ts';

/**
 * The official head of a report. Who appraises is not laid down anywhere, so that the issuing body stays a line to fill
 * in below the unit whose committee it belongs to.
 */
export function buildReportHead(
  { scopeName, isOneUnit, createdOn }: ReportOrigin,
  words: Words,
): ScorecardHead {
  const blank = words.translate('report:blank');
  return {
    ...buildHead(isOneUnit ? scopeName : blank, isOneUnit ? scopeName : null, createdOn, words),
    issuingBody: [words.translate('summary:issuerUnknown'), blank],
  };
}

export function buildReportSignature({ scopeName, isOneUnit }: ReportOrigin, words: Words): SignatureBlock {
  const { translate } = words;
  const block = buildSignature(isOneUnit ? scopeName : null, null, words);
  const [parent, , archive] = isOneUnit
    ? block.recipients.items
    : [undefined, undefined, block.recipients.items.at(-1)];
  return {
    recipients: {
      label: block.recipients.label,
      items: [parent, translate('summary:recipientUnits'), archive].filter((line) => line !== undefined),
    },
    preparedBy: { title: translate('summary:preparedBy'), note: translate('report:signHere') },
    head: { ...block.head, title: translate('summary:headOfBody'), position: '' },
  };
}
