import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Threshold } from '#shared/domain/criteria/criteriaSet.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './GroupRadar.module.css';
import type { GroupFigures } from './overviewFigures.ts';
import { pointOnSpoke, polygon, type Spoke } from './radar.ts';

const centre = { x: 200, y: 165 };
const radius = 118;
/** How far beyond its tip a spoke's label stands, in percent of the radius. */
const labelShare = 117;
const rings = [25, 50, 75, 100];
/** Fewer spokes enclose no area. */
const fewestSpokes = 3;

interface GroupRadarProps {
  readonly figures: readonly GroupFigures[];
  readonly thresholds: readonly Threshold[];
  readonly earlierPeriod: string | null;
}

/** The groups at one glance. Hatching and dashes, not colours, tell now from then: it must survive a copier. */
export function GroupRadar({ figures, thresholds, earlierPeriod }: GroupRadarProps) {
  const { t } = useTranslation('overview');
  const { percent } = useFormat();
  const hatching = useId();
  const spokes = figures.flatMap(({ group, percent: share, earlier }): readonly Spoke[] =>
    share === null ? [] : [{ code: group.code, share: share.valueOf(), earlier: earlier?.valueOf() ?? null }],
  );
  if (spokes.length < fewestSpokes) return null;
  const at = (index: number, share: number) => pointOnSpoke(centre, radius, spokes.length, index, share);
  const ring = (share: number): string => polygon(spokes.map((_, index) => at(index, share)));
  const threshold = thresholds.find(({ measure }) => measure === 'points');
  return (
    <figure className={classes.figure}>
      <svg viewBox="0 0 400 330" role="img" aria-label={t('radar.description', { count: spokes.length })}>
        <defs>
          <pattern
            id={hatching}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line y2="6" className={classes.hatch} />
          </pattern>
        </defs>
        {rings.map((share) => (
          <polygon key={share} points={ring(share)} className={classes.ring} />
        ))}
        {spokes.map(({ code }, index) => {
          const tip = at(index, 100);
          return (
            <line key={code} x1={centre.x} y1={centre.y} x2={tip.x} y2={tip.y} className={classes.ring} />
          );
        })}
        {threshold && <polygon points={ring(Number(threshold.at))} className={classes.threshold} />}
        <polygon
          points={polygon(spokes.map(({ share }, index) => at(index, share)))}
          className={classes.now}
          fill={`url(#${hatching})`}
        />
        {earlierPeriod !== null && (
          <polygon
            points={polygon(spokes.map(({ earlier }, index) => at(index, earlier ?? 0)))}
            className={classes.earlier}
          />
        )}
        {spokes.map(({ code, share }, index) => {
          const { x, y } = at(index, share);
          return <circle key={code} cx={x} cy={y} r="3.5" className={classes.dot} />;
        })}
        {figures
          .filter(({ percent: share }) => share !== null)
          .map(({ group, percent: share }, index) => {
            const { x, y } = at(index, labelShare);
            return (
              <text key={group.id} x={x} y={y} textAnchor={anchorOf(x)} dominantBaseline="middle">
                {t('radar.spoke', { code: group.code, percent: percent(share) })}
              </text>
            );
          })}
      </svg>
      <figcaption className={classes.legend}>
        <span data-mark="now">{t('radar.now')}</span>
        {earlierPeriod !== null && (
          <span data-mark="earlier">{t('radar.earlier', { period: earlierPeriod })}</span>
        )}
        {threshold && (
          <span data-mark="threshold">{t('radar.threshold', { at: percent(threshold.at) })}</span>
        )}
      </figcaption>
    </figure>
  );
}

/** Labels lean away from the chart; those above and below it stand centred. */
function anchorOf(x: number): 'start' | 'middle' | 'end' {
  if (Math.abs(x - centre.x) < radius / 3) return 'middle';
  return x > centre.x ? 'start' : 'end';
}
