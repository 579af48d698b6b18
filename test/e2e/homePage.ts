import type { Locator, Page } from '@playwright/test';
import { createTranslate, type Translate } from '../../electron/backend/translate.ts';
import type { Language } from '../../shared/api/contract.ts';
import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import type { BrowserHost } from '../helpers/browserHost.ts';

/** What a new assessment is about, as somebody would look for it. */
export interface NewAssessment {
  /** Typed into the search. */
  readonly search: string;
  /** Chosen from what was found. */
  readonly unitName: string;
  readonly year: string;
  readonly set: CriteriaSet;
}

/** The home screen as somebody sees and uses it, in one language. */
export class HomePage {
  readonly page: Page;
  readonly words: Translate;
  readonly language: Language;

  constructor(page: Page, language: Language = 'vi', words = createTranslate(language)) {
    this.page = page;
    this.language = language;
    this.words = words;
  }

  async open(host: BrowserHost): Promise<void> {
    await this.page.goto(host.address());
    const title = this.page.getByRole('heading', { level: 1, name: this.words('home:title') });
    // On an empty folder the first run asks who works here; most tests leave that for later.
    const skip = this.page.getByRole('button', { name: this.words('settings:welcome.skip') });
    await this.newButton.or(skip).first().waitFor();
    if (await skip.isVisible()) await skip.click();
    await title.waitFor();
  }

  get newButton(): Locator {
    return this.page.getByRole('button', { name: this.words('home:newAssessment') });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.words('home:newAssessment') });
  }

  get unitField(): Locator {
    return this.dialog.getByRole('combobox', { name: this.words('home:form.unit') });
  }

  async fillDialog(wanted: NewAssessment): Promise<void> {
    await this.newButton.click();
    await this.dialog.getByRole('textbox', { name: this.words('home:form.year') }).fill(wanted.year);
    await this.unitField.fill(wanted.search);
    await this.page.getByRole('option', { name: wanted.unitName }).first().click();
    await this.dialog.getByRole('radio', { name: wanted.set.title[this.language] }).check();
  }

  async create(wanted: NewAssessment): Promise<void> {
    await this.fillDialog(wanted);
    await this.dialog.getByRole('button', { name: this.words('home:form.create') }).click();
    await this.page.getByRole('button', { name: this.words('desk:steps.next') }).waitFor();
  }
}
