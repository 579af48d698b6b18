import { findSet } from '#backend/files/content.ts';
import type { CriteriaSet, Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { succeed } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { describeConditions, describeRule } from '#shared/report/describeRule.ts';
import { formatNumber } from '#shared/report/formatFigure.ts';
import type { AddCommand, CommandAction, Session } from '../session.ts';

export const addCriteriaShowCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('show')
    .description(translate('cli:aboutCriteriaShow'))
    .usage('<set>[@version]')
    .argument('<set>', translate('cli:argumentSet'))
    .action((name: string) => run(showSet(name)));
};

function showSet(name: string): CommandAction {
  return (session) => {
    const content = session.loadContent();
    if (!content.ok) return content;
    const [id = '', version] = name.normalize('NFKC').trim().split('@');
    const found = findSet(content.value, id, version);
    if (!found.ok) return found;
    const { set, digest } = found.value;
    return succeed({ document: { ...set, digest }, text: toText(set, digest, session) });
  };
}

function toText(set: CriteriaSet, digest: string, session: Session): string {
  const { language, wording } = session;
  const groups = set.groups.map((group) =>
    [
      `${group.code}. ${group.name[language].toUpperCase()}`,
      ...group.criteria.map((criterion) => criterionInText(criterion, session)),
    ].join('\n\n'),
  );
  return [
    [set.title[language], `${set.id}@${set.version}`, `SHA-256 ${digest}`, set.statement[language]].join(
      '\n',
    ),
    set.thresholds.map((threshold) => `- ${threshold.id}: ${threshold.title[language]}`).join('\n'),
    bandsInText(set, wording),
    ...groups,
  ].join('\n\n');
}

function bandsInText(set: CriteriaSet, { language }: Wording): string {
  const steps = set.bands.steps.map(
    ({ at, name }) => `- ≥ ${formatNumber(at, language)} %: ${name[language]}`,
  );
  return [set.bands.note[language], ...steps].join('\n');
}

function criterionInText(criterion: Criterion, { language, wording, translate }: Session): string {
  const points = wording.translate('cli:criterionPoints', {
    points: formatNumber(criterion.maxPoints, language),
  });
  const rules = [
    ...describeRule(criterion.rule, criterion.maxPoints, language, (key, params) =>
      translate(key, { ...params }),
    ),
    ...describeConditions(criterion, criterion.rule, language, (key, params) =>
      translate(key, { ...params }),
    ),
  ];
  return [
    `${criterion.code} (${criterion.id}) ${criterion.name[language]} – ${points}`,
    ...rules.map((line) => `    ${line}`),
  ].join('\n');
}
