import app from '#shared/i18n/locales/vi/app.json' with { type: 'json' };
import backups from '#shared/i18n/locales/vi/backups.json' with { type: 'json' };
import desk from '#shared/i18n/locales/vi/desk.json' with { type: 'json' };
import errors from '#shared/i18n/locales/vi/errors.json' with { type: 'json' };
import help from '#shared/i18n/locales/vi/help.json' with { type: 'json' };
import home from '#shared/i18n/locales/vi/home.json' with { type: 'json' };
import overview from '#shared/i18n/locales/vi/overview.json' with { type: 'json' };
import rules from '#shared/i18n/locales/vi/rules.json' with { type: 'json' };
import settings from '#shared/i18n/locales/vi/settings.json' with { type: 'json' };
import signing from '#shared/i18n/locales/vi/signing.json' with { type: 'json' };

export const words = { app, backups, desk, errors, help, home, overview, rules, settings, signing };
