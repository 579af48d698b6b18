import enAppraisal from './locales/en/appraisal.json' with { type: 'json' };
import enApp from './locales/en/app.json' with { type: 'json' };
import enAuthoring from './locales/en/authoring.json' with { type: 'json' };
import enBackups from './locales/en/backups.json' with { type: 'json' };
import enChase from './locales/en/chase.json' with { type: 'json' };
import enCli from './locales/en/cli.json' with { type: 'json' };
import enConflicts from './locales/en/conflicts.json' with { type: 'json' };
import enCriteria from './locales/en/criteria.json' with { type: 'json' };
import enDashboard from './locales/en/dashboard.json' with { type: 'json' };
import enDesk from './locales/en/desk.json' with { type: 'json' };
import enErrors from './locales/en/errors.json' with { type: 'json' };
import enExporting from './locales/en/exporting.json' with { type: 'json' };
import enHelp from './locales/en/help.json' with { type: 'json' };
import enHome from './locales/en/home.json' with { type: 'json' };
import enHost from './locales/en/host.json' with { type: 'json' };
import enImports from './locales/en/imports.json' with { type: 'json' };
import enLineage from './locales/en/lineage.json' with { type: 'json' };
import enOverview from './locales/en/overview.json' with { type: 'json' };
import enReport from './locales/en/report.json' with { type: 'json' };
import enResults from './locales/en/results.json' with { type: 'json' };
import enRules from './locales/en/rules.json' with { type: 'json' };
import enSettings from './locales/en/settings.json' with { type: 'json' };
import enSigning from './locales/en/signing.json' with { type: 'json' };
import enSummary from './locales/en/summary.json' with { type: 'json' };
import enSync from './locales/en/sync.json' with { type: 'json' };
import enTemplate from './locales/en/template.json' with { type: 'json' };
import viAppraisal from './locales/vi/appraisal.json' with { type: 'json' };
import viApp from './locales/vi/app.json' with { type: 'json' };
import viAuthoring from './locales/vi/authoring.json' with { type: 'json' };
import viBackups from './locales/vi/backups.json' with { type: 'json' };
import viChase from './locales/vi/chase.json' with { type: 'json' };
import viCli from './locales/vi/cli.json' with { type: 'json' };
import viConflicts from './locales/vi/conflicts.json' with { type: 'json' };
import viCriteria from './locales/vi/criteria.json' with { type: 'json' };
import viDashboard from './locales/vi/dashboard.json' with { type: 'json' };
import viDesk from './locales/vi/desk.json' with { type: 'json' };
import viErrors from './locales/vi/errors.json' with { type: 'json' };
import viExporting from './locales/vi/exporting.json' with { type: 'json' };
import viHelp from './locales/vi/help.json' with { type: 'json' };
import viHome from './locales/vi/home.json' with { type: 'json' };
import viHost from './locales/vi/host.json' with { type: 'json' };
import viImports from './locales/vi/imports.json' with { type: 'json' };
import viLineage from './locales/vi/lineage.json' with { type: 'json' };
import viOverview from './locales/vi/overview.json' with { type: 'json' };
import viReport from './locales/vi/report.json' with { type: 'json' };
import viResults from './locales/vi/results.json' with { type: 'json' };
import viRules from './locales/vi/rules.json' with { type: 'json' };
import viSettings from './locales/vi/settings.json' with { type: 'json' };
import viSigning from './locales/vi/signing.json' with { type: 'json' };
import viSummary from './locales/vi/summary.json' with { type: 'json' };
import viSync from './locales/vi/sync.json' with { type: 'json' };
import viTemplate from './locales/vi/template.json' with { type: 'json' };

/**
 * Every word the product shows, by language and namespace. Vietnamese is the source, English is complete.
 * `app` words of the frame and shared controls · `home`, `desk`, `signing` one screen each · `rules` rules and traces in
 * words · `errors` one sentence per error code · `report` print · `cli` the command line ·
 * `host` what the desktop and browser hosts say around the screens: terminal, menu, dialogs.
 */
export const catalogue = {
  vi: {
    app: viApp,
    appraisal: viAppraisal,
    authoring: viAuthoring,
    backups: viBackups,
    chase: viChase,
    cli: viCli,
    conflicts: viConflicts,
    criteria: viCriteria,
    dashboard: viDashboard,
    desk: viDesk,
    errors: viErrors,
    exporting: viExporting,
    help: viHelp,
    home: viHome,
    host: viHost,
    imports: viImports,
    lineage: viLineage,
    overview: viOverview,
    report: viReport,
    results: viResults,
    rules: viRules,
    settings: viSettings,
    signing: viSigning,
    summary: viSummary,
    sync: viSync,
    template: viTemplate,
  },
  en: {
    app: enApp,
    appraisal: enAppraisal,
    authoring: enAuthoring,
    backups: enBackups,
    chase: enChase,
    cli: enCli,
    conflicts: enConflicts,
    criteria: enCriteria,
    dashboard: enDashboard,
    desk: enDesk,
    errors: enErrors,
    exporting: enExporting,
    help: enHelp,
    home: enHome,
    host: enHost,
    imports: enImports,
    lineage: enLineage,
    overview: enOverview,
    report: enReport,
    results: enResults,
    rules: enRules,
    settings: enSettings,
    signing: enSigning,
    summary: enSummary,
    sync: enSync,
    template: enTemplate,
  },
} as const;

export type Catalogue = (typeof catalogue)['vi'];
export type Namespace = keyof Catalogue;
