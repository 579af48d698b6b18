import type { AddCommand } from '../session.ts';
import { addCriteriaCheckCommand } from './criteriaCheck.ts';
import { addCriteriaListCommand } from './criteriaList.ts';
import { addCriteriaSchemaCommand } from './criteriaSchema.ts';
import { addCriteriaShowCommand } from './criteriaShow.ts';

export const addCriteriaCommand: AddCommand = (parent, wording, run) => {
  const criteria = parent
    .command('criteria')
    .description(wording.translate('cli:aboutCriteria'))
    .usage('list | show <set>[@version] | check | schema');
  for (const addCommand of [
    addCriteriaListCommand,
    addCriteriaShowCommand,
    addCriteriaCheckCommand,
    addCriteriaSchemaCommand,
  ]) {
    addCommand(criteria, wording, run);
  }
};
