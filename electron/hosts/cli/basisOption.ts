import { Option } from 'commander';
import { bases } from '#shared/domain/ranking/scoredUnit.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';

/** `--basis`: whose figures units are compared by. */
export function basisOption(translate: Wording['translate']): Option {
  return new Option('--basis <basis>', translate('cli:optionBasis'))
    .choices([...bases])
    .default('claimed', 'claimed');
}
