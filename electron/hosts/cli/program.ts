import path from 'node:path';
import { Command, Option } from 'commander';
import type { Result } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import { addApplyCommand } from './commands/apply.ts';
import { addAnnounceCommand } from './commands/announce.ts';
import { addAppraiseCommand } from './commands/appraise.ts';
import { addChaseCommand } from './commands/chase.ts';
import { addCardsCommand } from './commands/cards.ts';
import { addCriteriaCommand } from './commands/criteria.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addListCommand } from './commands/list.ts';
import { addFeedCommand } from './commands/feed.ts';
import { addOpenDataCommand } from './commands/openData.ts';
import { addPathCommand } from './commands/path.ts';
import { addPdfCommand } from './commands/pdf.ts';
import { addPublishCommand } from './commands/publish.ts';
import { addRankingCommand } from './commands/ranking.ts';
import { addReportCommand } from './commands/report.ts';
import { addScoreCommand } from './commands/score.ts';
import { addSyncCommand } from './commands/sync.ts';
import { addTargetsCommand } from './commands/targets.ts';
import { addTemplateCommand } from './commands/template.ts';
import { addTemplateReadCommand } from './commands/templateRead.ts';
import { addUnitsCommand } from './commands/units.ts';
import { addCompareCommand } from './commands/compare.ts';
import { addConflictsCommand } from './commands/conflicts.ts';
import { addDigestCommand } from './commands/digest.ts';
import { addExportCommand } from './commands/export.ts';
import { addKeysCommand } from './commands/keys.ts';
import { addLineageCommand } from './commands/lineage.ts';
import { addReceiptCommand } from './commands/receipt.ts';
import { addReviewCommand } from './commands/review.ts';
import { addResolveCommand } from './commands/resolve.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { addImportCommand } from './commands/import.ts';
import { addUndoImportCommand } from './commands/undoImport.ts';
import type { Output } from './output.ts';
import { openSession, productFolder, type CommandOutput, type RunAction } from './session.ts';

interface GlobalOptions {
  readonly lang: 'vi' | 'en';
  readonly json?: true;
  readonly content: string;
}

const commands = [
  addCriteriaCommand,
  addUnitsCommand,
  addScoreCommand,
  addPathCommand,
  addPdfCommand,
  addApplyCommand,
  addAppraiseCommand,
  addReviewCommand,
  addReceiptCommand,
  addChaseCommand,
  addListCommand,
  addRankingCommand,
  addCompareCommand,
  addReportCommand,
  addAnnounceCommand,
  addPublishCommand,
  addOpenDataCommand,
  addFeedCommand,
  addCardsCommand,
  addTemplateCommand,
  addTemplateReadCommand,
  addExportCommand,
  addVerifyCommand,
  addImportCommand,
  addUndoImportCommand,
  addSyncCommand,
  addTargetsCommand,
  addConflictsCommand,
  addResolveCommand,
  addLineageCommand,
  addDigestCommand,
  addKeysCommand,
  addDemoCommand,
];

/**
 * The whole command line. Global options are accepted before and after the command. Wrong usage throws
 * commander's error; everything else goes to `finish`.
 */
export function buildProgram(
  wording: Wording,
  { print, tell, readContent }: Output,
  finish: (result: Result<CommandOutput>, isJson: boolean) => void,
): Command {
  const { translate } = wording;
  const program = new Command('thuoc-so');
  const run: RunAction = async (action) => {
    const { lang, json, content } = program.opts<GlobalOptions>();
    finish(await action(openSession(lang, path.resolve(content), tell, readContent)), json === true);
  };
  program
    .description(translate('cli:about'))
    .usage(translate('cli:usage'))
    .version(packageFile.version, '--version', translate('cli:optionVersion'))
    .addOption(
      new Option('--lang <vi|en>', translate('cli:optionLanguage')).choices(['vi', 'en']).default('vi', 'vi'),
    )
    .option('--json', translate('cli:optionJson'))
    .option('--content <folder>', translate('cli:optionContent'), path.join(productFolder, 'criteria'));
  for (const addCommand of commands) addCommand(program, wording, run);
  applyToAll(program, (command) => speak(command, wording, print));
  return program;
}

function applyToAll(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const child of command.commands) applyToAll(child, change);
}

/** Help in the chosen language; errors are thrown and worded by the caller. */
function speak(command: Command, { translate }: Wording, print: Output['print']): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': translate('cli:helpUsage'),
    'Arguments:': translate('cli:helpArguments'),
    'Options:': translate('cli:helpOptions'),
    'Commands:': translate('cli:helpCommands'),
  };
  command
    .helpOption('-h, --help', translate('cli:optionHelp'))
    .helpCommand(false)
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (child) => child.name(),
      optionDescription: (option) => option.description,
    });
}
