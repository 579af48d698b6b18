import type { Page } from '@playwright/test';
import { createTranslate } from '../../electron/backend/translate.ts';
import type { Hands } from './hands.ts';

const t = createTranslate('vi');

/** The first minutes on a new machine, as somebody sees and uses them. */
export class FirstRunPage {
  readonly page: Page;
  readonly hands: Hands;

  constructor(page: Page, hands: Hands) {
    this.page = page;
    this.hands = hands;
  }

  async introduce({
    role = 'commune',
    ...who
  }: {
    readonly role?: 'commune' | 'aggregator' | 'city';
    /** Typed into the search for the unit. */
    readonly search: string;
    readonly unitName: string;
    readonly contact: string;
  }): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: t('settings:welcome.title') }).waitFor();
    await this.hands.choose(this.page.getByRole('radio', { name: t(`settings:profile.roles.${role}`) }));
    await this.hands.write(
      this.page.getByRole('combobox', { name: t(`settings:profile.unit.${role}`) }),
      who.search,
    );
    await this.page.getByRole('option', { name: who.unitName }).first().waitFor();
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await this.hands.write(
      this.page.getByRole('textbox', { name: t('desk:header.contactName') }),
      who.contact,
    );
    await this.hands.press(this.page.getByRole('button', { name: t('settings:welcome.submit') }));
  }
}
