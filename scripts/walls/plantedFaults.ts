/** Files of a small tree laid out like this project: path → text. */
export type Tree = Readonly<Record<string, string>>;

/** A tree that breaks no rule and has an import of every kind that is allowed. */
export const honestTree: Tree = {
  'shared/errors/result.ts': `export type Result = { ok: true };\n`,
  'shared/domain/score.ts': `import { z } from 'zod';\nimport Fraction from 'fraction.js';\nimport type { Result } from '../errors/result.ts';\nexport const score = (result: Result) => [z, Fraction, result];\n`,
  'shared/domain/score.test.ts': `import { test } from 'vitest';\nimport { score } from './score.ts';\ntest('scores', () => score({ ok: true }));\n`,
  'shared/i18n/i18next.d.ts': `import 'i18next';\n`,
  'shared/format/read.ts': `export { score } from '../domain/score.ts';\n`,
  'electron/backend/backend.ts': `import { readFileSync } from 'node:fs';\nimport Database from 'better-sqlite3';\nimport { score } from '#shared/domain/score.ts';\nexport const backend = [readFileSync, Database, score];\n`,
  'electron/hosts/windows.ts': `export const size = 1;\n`,
  'electron/hosts/desktop/main.ts': `import { app } from 'electron';\nimport { backend } from '#backend/backend.ts';\nimport { size } from '../windows.ts';\nexport const started = [app, backend, size];\n`,
  'electron/hosts/cli/main.ts': `import { backend } from '#backend/backend.ts';\nexport const command = backend;\n`,
  'renderer/src/lib/backend.ts': `import { score } from '#shared/domain/score.ts';\nexport const call = score;\n`,
  'renderer/src/ui/Button.tsx': `import { useState } from 'react';\nexport const Button = useState;\n`,
  'renderer/src/features/home/Home.tsx': `import { Button } from '../../ui/Button.tsx';\nimport { call } from '../../lib/backend.ts';\nexport const Home = [Button, call];\n`,
  'renderer/src/features/desk/Desk.tsx': `export const Desk = 1;\n`,
  'renderer/src/app/App.tsx': `import { Home } from '../features/home/Home.tsx';\nexport const App = Home;\n`,
  'test/helpers/samples.ts': `export const sample = 1;\n`,
  'criteria/sets/a.json': `{}\n`,
};

/** For each rule, files that break it when added to the honest tree; each entry alone must make the rule fire. */
export const plantedFaults: Readonly<Record<string, readonly Tree[]>> = {
  'shared-stands-alone': [
    {
      'shared/domain/fault.ts': `import { backend } from '../../electron/backend/backend.ts';\nexport const fault = backend;\n`,
    },
    {
      'shared/format/fault.ts': `import type { call } from '../../renderer/src/lib/backend.ts';\nexport type Fault = typeof call;\n`,
    },
  ],
  'shared-uses-two-packages': [
    { 'shared/format/fault.ts': `import { load } from 'js-yaml';\nexport const fault = load;\n` },
    { 'shared/i18n/fault.ts': `import i18next from 'i18next';\nexport const fault = i18next;\n` },
  ],
  'shared-has-no-node': [
    {
      'shared/format/fault.ts': `import { readFileSync } from 'node:fs';\nexport const fault = readFileSync;\n`,
    },
  ],
  'domain-knows-only-errors': [
    { 'shared/domain/fault.ts': `import { score } from '../format/read.ts';\nexport const fault = score;\n` },
  ],
  'backend-knows-no-host': [
    {
      'electron/backend/fault.ts': `import { size } from '../hosts/windows.ts';\nexport const fault = size;\n`,
    },
    {
      'electron/backend/fault.ts': `import { started } from '../hosts/desktop/main.ts';\nexport const fault = started;\n`,
    },
  ],
  'only-screens-know-screens': [
    {
      'electron/backend/fault.ts': `import { call } from '../../renderer/src/lib/backend.ts';\nexport const fault = call;\n`,
    },
    {
      'electron/hosts/cli/fault.ts': `import { call } from '../../../renderer/src/lib/backend.ts';\nexport const fault = call;\n`,
    },
  ],
  'electron-only-in-the-desktop-host': [
    { 'electron/backend/fault.ts': `import { app } from 'electron';\nexport const fault = app;\n` },
    { 'electron/hosts/browser/fault.ts': `import { app } from 'electron';\nexport const fault = app;\n` },
    {
      'renderer/src/lib/fault.ts': `import { ipcRenderer } from 'electron';\nexport const fault = ipcRenderer;\n`,
    },
  ],
  'hosts-are-islands': [
    {
      'electron/hosts/browser/fault.ts': `import { command } from '../cli/main.ts';\nexport const fault = command;\n`,
    },
  ],
  'screens-import-shared-only': [
    {
      'renderer/src/lib/fault.ts': `import { backend } from '../../../electron/backend/backend.ts';\nexport const fault = backend;\n`,
    },
    {
      'renderer/src/lib/fault.ts': `import type { backend } from '#backend/backend.ts';\nexport type Fault = typeof backend;\n`,
    },
  ],
  'screens-have-no-node': [
    {
      'renderer/src/lib/fault.ts': `import { readFileSync } from 'node:fs';\nexport const fault = readFileSync;\n`,
    },
  ],
  'features-are-islands': [
    {
      'renderer/src/features/home/Fault.tsx': `import { Desk } from '../desk/Desk.tsx';\nexport const Fault = Desk;\n`,
    },
  ],
  'ui-and-lib-know-no-feature': [
    {
      'renderer/src/ui/Fault.tsx': `import { Desk } from '../features/desk/Desk.tsx';\nexport const Fault = Desk;\n`,
    },
    { 'renderer/src/lib/fault.ts': `import { App } from '../app/App.tsx';\nexport const fault = App;\n` },
  ],
  'content-is-not-code': [
    {
      'electron/backend/fault.ts': `import set from '../../criteria/sets/a.json' with { type: 'json' };\nexport const fault = set;\n`,
    },
  ],
  'product-knows-no-test': [
    {
      'electron/backend/fault.ts': `import { sample } from '../../test/helpers/samples.ts';\nexport const fault = sample;\n`,
    },
    { 'shared/domain/fault.ts': `import './score.test.ts';\nexport const fault = 1;\n` },
    {
      'scripts/tool.ts': `export const tool = 1;\n`,
      'electron/backend/fault.ts': `import { tool } from '../../scripts/tool.ts';\nexport const fault = tool;\n`,
    },
  ],
  'product-uses-no-dev-dependency': [
    { 'electron/backend/fault.ts': `import fc from 'fast-check';\nexport const fault = fc;\n` },
    { 'renderer/src/lib/fault.ts': `import { expect } from 'vitest';\nexport const fault = expect;\n` },
  ],
  'packages-are-declared': [
    { 'electron/backend/fault.ts': `import leftPad from 'left-pad';\nexport const fault = leftPad;\n` },
  ],
  'imports-resolve': [
    { 'electron/backend/fault.ts': `import { gone } from './gone.ts';\nexport const fault = gone;\n` },
  ],
  'no-cycles': [
    {
      'shared/domain/fault.ts': `import { other } from './other.ts';\nexport const fault = () => other;\n`,
      'shared/domain/other.ts': `import { fault } from './fault.ts';\nexport const other = () => fault;\n`,
    },
    {
      'shared/domain/fault.ts': `import type { Other } from './other.ts';\nexport type Fault = Other[];\n`,
      'shared/domain/other.ts': `import type { Fault } from './fault.ts';\nexport type Other = Fault[];\n`,
    },
  ],
};
