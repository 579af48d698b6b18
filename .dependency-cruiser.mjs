// Who may import whom (docs/architecture.md). Every rule here has a planted fault in scripts/walls/walls.test.ts.

/** Tests, their helpers and the tools that build and check the product. */
const tests = '\\.test\\.tsx?$|^test/';
const tooling = `${tests}|^scripts/|^[^/]+\\.config\\.ts$|^\\.dependency-cruiser\\.mjs$`;
const ours = '^(shared|electron|renderer|criteria|scripts|test|resources)/';
const typesOfI18next = '^shared/i18n/i18next\\.d\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'shared-stands-alone',
      comment: 'shared/ runs anywhere. Move what it needs into shared/, or pass it in as an argument.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { path: ours, pathNot: '^shared/' },
    },
    {
      name: 'shared-uses-two-packages',
      comment:
        'Of packages, shared/ knows zod and fraction.js only. Do it in plain TypeScript, or in the layer above.',
      severity: 'error',
      from: { path: '^shared/', pathNot: `${tests}|${typesOfI18next}` },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/(zod|fraction\\.js)/' },
    },
    {
      name: 'shared-has-no-node',
      comment: 'shared/ also runs in the browser: no clock, no files. Pass the value in from the backend.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-only-errors',
      comment: 'The domain is pure: of shared/ it may use shared/domain and shared/errors only.',
      severity: 'error',
      from: { path: '^shared/domain/', pathNot: tests },
      to: { path: '^shared/', pathNot: '^shared/(domain|errors)/' },
    },
    {
      name: 'backend-knows-no-host',
      comment: 'The same backend serves every host. Pass what the host knows in through BackendOptions.',
      severity: 'error',
      from: { path: '^electron/backend/', pathNot: tests },
      to: { path: '^electron/hosts/' },
    },
    {
      name: 'only-screens-know-screens',
      comment: 'What screens and backend both need belongs in shared/.',
      severity: 'error',
      from: { path: '^electron/', pathNot: tests },
      to: { path: '^renderer/' },
    },
    {
      name: 'electron-only-in-the-desktop-host',
      comment: 'Only electron/hosts/desktop may import `electron`: everything else must run without it.',
      severity: 'error',
      // What stands in for it in a test is typed against it.
      from: { pathNot: '^electron/hosts/desktop/|^test/packaging/' },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'hosts-are-islands',
      comment:
        'A host imports the backend and shared/, never another host. What two hosts need stands beside their folders.',
      severity: 'error',
      from: { path: '^electron/hosts/([^/]+)/', pathNot: tests },
      to: { path: '^electron/hosts/[^/]+/', pathNot: '^electron/hosts/$1/' },
    },
    {
      name: 'screens-import-shared-only',
      comment: 'Screens reach the backend through renderer/src/lib/backend.ts, which speaks shared/api.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: ours, pathNot: '^(renderer|shared)/' },
    },
    {
      name: 'screens-have-no-node',
      comment: 'Screens run sandboxed: ask the backend instead of a Node module.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-are-islands',
      comment: 'What two features need goes to renderer/src/ui, renderer/src/lib or shared/.',
      severity: 'error',
      from: { path: '^renderer/src/features/([^/]+)/' },
      to: { path: '^renderer/src/features/', pathNot: '^renderer/src/features/$1/' },
    },
    {
      name: 'ui-and-lib-know-no-feature',
      comment: 'ui/ and lib/ serve every feature: pass what they need as properties.',
      severity: 'error',
      from: { path: '^renderer/src/(ui|lib)/', pathNot: tests },
      to: { path: '^renderer/src/(features|app)/' },
    },
    {
      name: 'content-is-not-code',
      comment:
        'criteria/ is read from disk and checked by electron/backend/files/content.ts; never import it.',
      severity: 'error',
      from: {},
      to: { path: '^criteria/' },
    },
    {
      name: 'product-knows-no-test',
      comment:
        'Product code must not import tests, their helpers or scripts. Move the shared part into the product.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: tests },
      to: { path: tooling },
    },
    {
      name: 'product-uses-no-dev-dependency',
      comment:
        'It would be missing in the installed app. Make it a dependency, or keep it out of product code.',
      severity: 'error',
      // The Electron runtime is what the installed app runs in, so the desktop host may name it.
      from: { path: '^(shared|electron|renderer)/', pathNot: tests },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'npm'],
        pathNot: '(^|/)node_modules/(electron|@types)/',
      },
    },
    {
      name: 'packages-are-declared',
      comment: 'The package is not in package.json, so nothing guarantees that it stays installed.',
      severity: 'error',
      from: { path: ours },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-resolve',
      comment: 'The import leads nowhere: mind the .ts extension and the #shared/ and #backend/ prefixes.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one concept, or hide a third one that both should import.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^out/' },
    // Type imports are dependencies too: a wall that types climb over is no wall.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
