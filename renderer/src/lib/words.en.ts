import appraisal from '#shared/i18n/locales/en/appraisal.json' with { type: 'json' };
import app from '#shared/i18n/locales/en/app.json' with { type: 'json' };
import backups from '#shared/i18n/locales/en/backups.json' with { type: 'json' };
import chase from '#shared/i18n/locales/en/chase.json' with { type: 'json' };
import conflicts from '#shared/i18n/locales/en/conflicts.json' with { type: 'json' };
import criteria from '#shared/i18n/locales/en/criteria.json' with { type: 'json' };
import dashboard from '#shared/i18n/locales/en/dashboard.json' with { type: 'json' };
import desk from '#shared/i18n/locales/en/desk.json' with { type: 'json' };
import errors from '#shared/i18n/locales/en/errors.json' with { type: 'json' };
import exporting from '#shared/i18n/locales/en/exporting.json' with { type: 'json' };
import help from '#shared/i18n/locales/en/help.json' with { type: 'json' };
import home from '#shared/i18n/locales/en/home.json' with { type: 'json' };
import imports from '#shared/i18n/locales/en/imports.json' with { type: 'json' };
import lineage from '#shared/i18n/locales/en/lineage.json' with { type: 'json' };
import overview from '#shared/i18n/locales/en/overview.json' with { type: 'json' };
import results from '#shared/i18n/locales/en/results.json' with { type: 'json' };
import rules from '#shared/i18n/locales/en/rules.json' with { type: 'json' };
import settings from '#shared/i18n/locales/en/settings.json' with { type: 'json' };
import signing from '#shared/i18n/locales/en/signing.json' with { type: 'json' };
import sync from '#shared/i18n/locales/en/sync.json' with { type: 'json' };

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
