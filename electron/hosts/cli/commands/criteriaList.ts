import type { LoadedSet } from '#backend/files/content.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import { succeed } from '#shared/errors/result.ts';
import type { AddCommand } from '../session.ts';
import { toTextTable } from '../textTable.ts';

export const addCriteriaListCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('list')
    .description(translate('cli:aboutCriteriaList'))
    .usage('')
    .action(() =>
      run(({ loadContent, language, wording }) => {
        const content = loadContent();
        if (!content.ok) return content;
        const document = content.value.sets.map(toDocument);
        const columns = [
          'cli:columnSet',
          'cli:columnVersion',
          'cli:columnCriteria',
          'cli:columnTitle',
        ] as const;
        const rows = document.map(({ id, version, criteria, title }) => [
          id,
          version,
          String(criteria),
          title[language],
        ]);
        return succeed({
          document,
          text: toTextTable([columns.map((key) => wording.translate(key)), ...rows]),
        });
      }),
    );
};

function toDocument({ set, digest }: LoadedSet) {
  return {
    id: set.id,
    version: set.version,
    title: set.title,
    status: set.status,
    statement: set.statement,
    appliesTo: set.appliesTo,
    groups: set.groups.length,
    criteria: listCriteria(set).length,
    thresholds: set.thresholds.map(({ id, measure, at }) => ({ id, measure, at })),
    digest,
  };
}
