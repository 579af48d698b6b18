import {
  IconArrowBigUpLine,
  IconArrowsSplit2,
  IconBan,
  IconEqual,
  IconHistory,
  IconSparkles,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportVerdict } from '#shared/api/contract.ts';
import classes from './FileListing.module.css';

export const verdictIcons = {
  new: IconSparkles,
  newer: IconArrowBigUpLine,
  conflict: IconArrowsSplit2,
  same: IconEqual,
  older: IconHistory,
  refused: IconBan,
} as const satisfies Record<ImportVerdict, unknown>;

/** A verdict by word, sign and colour, never by colour alone. */
export function VerdictMark({ verdict }: { readonly verdict: ImportVerdict }) {
  const { t } = useTranslation('imports');
  const Icon = verdictIcons[verdict];
  return (
    <span className={classes.mark} data-verdict={verdict}>
      <Icon size={16} aria-hidden />
      {t(`verdict.${verdict}`)}
    </span>
  );
}
