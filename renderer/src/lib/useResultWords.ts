import { useTranslation } from 'react-i18next';
import type { ReturnedResult } from '#shared/api/contract.ts';
import { useFormat } from './useFormat.ts';

const kinds = ['phuong', 'xa', 'thi-tran', 'dac-khu', 'thanh-pho'] as const;

/** Place and band of a result as this language says them. */
export function useResultWords() {
  const { t } = useTranslation('results');
  const { text } = useFormat();
  return {
    place: ({ place }: ReturnedResult): string => {
      if (place === null) return t('placeNone');
      const known = kinds.find((kind) => kind === place.peerGroup);
      const kind = known === undefined ? place.peerGroup : t(`kind.${known}`);
      return place.tied > 0
        ? t('placeTied', { ...place, kind, count: place.tied })
        : t('place', { ...place, kind });
    },
    band: ({ band }: ReturnedResult): string =>
      band === null ? t('bandNone') : t('band', { band: band.name === null ? band.id : text(band.name) }),
  };
}
