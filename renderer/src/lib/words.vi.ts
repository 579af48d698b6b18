import appraisal from '#shared/i18n/locales/vi/appraisal.json' with { type: 'json' };
import app from '#shared/i18n/locales/vi/app.json' with { type: 'json' };
import backups from '#shared/i18n/locales/vi/backups.json' with { type: 'json' };
import chase from '#shared/i18n/locales/vi/chase.json' with { type: 'json' };
import conflicts from '#shared/i18n/locales/vi/conflicts.json' with { type: 'json' };
import criteria from '#shared/i18n/locales/vi/criteria.json' with { type: 'json' };
import dashboard from '#shared/i18n/locales/vi/dashboard.json' with { type: 'json' };
import desk from '#shared/i18n/locales/vi/desk.json' with { type: 'json' };
import errors from '#shared/i18n/locales/vi/errors.json' with { type: 'json' };
import exporting from '#shared/i18n/locales/vi/exporting.json' with { type: 'json' };
import help from '#shared/i18n/locales/vi/help.json' with { type: 'json' };
import home from '#shared/i18n/locales/vi/home.json' with { type: 'json' };
import imports from '#shared/i18n/locales/vi/imports.json' with { type: 'json' };
import lineage from '#shared/i18n/locales/vi/lineage.json' with { type: 'json' };
import overview from '#shared/i18n/locales/vi/overview.json' with { type: 'json' };
import results from '#shared/i18n/locales/vi/results.json' with { type: 'json' };
import rules from '#shared/i18n/locales/vi/rules.json' with { type: 'json' };
import settings from '#shared/i18n/locales/vi/settings.json' with { type: 'json' };
import signing from '#shared/i18n/locales/vi/signing.json' with { type: 'json' };
import sync from '#shared/i18n/locales/vi/sync.json' with { type: 'json' };

export const words = {
  app,
  appraisal,
  backups,
  chase,
  conflicts,
  criteria,
  dashboard,
  desk,
  errors,
  exporting,
  help,
  home,
  imports,
  lineage,
  overview,
  results,
  rules,
  settings,
  signing,
  sync,
};
