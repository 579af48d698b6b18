import type { AddCommand } from '../session.ts';
import { addCriteriaCheckCommand } from './criteriaCheck.ts';
import { addCriteriaDiffCommand } from './criteriaDiff.ts';
import { addCriteriaImportCommand } from './criteriaImport.ts';
import { addCriteriaListCommand } from './criteriaList.ts';
import { addCriteriaPackCommand } from './criteriaPack.ts';
import { addCriteriaSchemaCommand } from './criteriaSchema.ts';
import { addCriteriaShowCommand } from './criteriaShow.ts';
import { addCriteriaTemplateCommand } from './criteriaTemplate.ts';

export const addCriteriaCommand: AddCommand = (parent, wording, run) => {
  const criteria = parent
    .command('criteria')
    .description(wording.translate('cli:aboutCriteria'))
    .usage('list | show <set>[@version] | check | schema | template | import | diff | pack');
  for (const addCommand of [
    addCriteriaListCommand,
    addCriteriaShowCommand,
    addCriteriaCheckCommand,
    addCriteriaSchemaCommand,
    addCriteriaTemplateCommand,
    addCriteriaImportCommand,
    addCriteriaDiffCommand,
    addCriteriaPackCommand,
  ]) {
    addCommand(criteria, wording, run);
  }
};
