import process from 'node:process';
import { parseArgs } from 'node:util';
import { stopRunningCommand } from './testing/command.ts';
import { runSteps } from './testing/runSteps.ts';
import { steps } from './testing/steps.ts';
import { provideTools, thisMachine } from './testing/systemTools.ts';

// `--fast`: without build, browser and fault tests. `--only <step>`, repeatable: these steps.
const { values } = parseArgs({
  options: {
    fast: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const unknown = values.only.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`,
  );
  process.exit(2);
}
for (const [signal, exitCode] of [['SIGINT', 130] as const, ['SIGTERM', 143] as const]) {
  process.on(signal, () => {
    stopRunningCommand();
    process.exit(exitCode);
  });
}
const chosen = steps.filter(
  (step) => (!values.fast || step.isFast) && (values.only.length === 0 || values.only.includes(step.name)),
);
const missing = provideTools([...new Set(chosen.flatMap((step) => step.needs))], thisMachine);
const succeeded = await runSteps(chosen, missing, (text) => process.stdout.write(text));
process.exitCode = succeeded ? 0 : 1;
