import type { Download, Locator, Page } from '@playwright/test';
import { createTranslate, type Translate } from '../../electron/backend/translate.ts';
import { withMouse, type Hands } from './hands.ts';

/** Self-check, signature and recall, as somebody sees and uses them. */
export class SigningPage {
  readonly page: Page;
  readonly words: Translate;
  readonly hands: Hands;

  constructor(page: Page, words: Translate = createTranslate('vi'), hands: Hands = withMouse) {
    this.page = page;
    this.words = words;
    this.hands = hands;
  }

  /** From the desk. */
  async open(): Promise<void> {
    await this.hands.press(this.page.getByRole('button', { name: this.words('signing:title') }));
    await this.page.getByRole('heading', { level: 1, name: this.words('signing:title') }).waitFor();
  }

  async backToDesk(): Promise<void> {
    await this.hands.press(this.page.getByRole('link', { name: this.words('signing:backToDesk') }));
  }

  /** What a verifier would object to, each with a link to its place. */
  get findings(): Locator {
    return this.page.getByRole('group').getByRole('listitem');
  }

  /** Fills in the signature and gives it, objections or not. */
  async sign(who: { name: string; title: string; place: string }): Promise<void> {
    const field = (label: string): Locator => this.page.getByRole('textbox', { name: label });
    await this.hands.write(field(this.words('signing:form.name')), who.name);
    await this.hands.write(field(this.words('signing:form.position')), who.title);
    await this.hands.write(field(this.words('signing:form.place')), who.place);
    const accept = this.page.getByRole('checkbox');
    if ((await accept.count()) > 0) await this.hands.choose(accept);
    const [submit] = this.words('signing:form.submit', { revision: '|' }).split('|');
    await this.hands.press(this.page.getByRole('button', { name: submit ?? '' }));
  }

  signedHeading(revision: number): Locator {
    return this.page.getByRole('heading', { name: this.words('signing:signed.title', { revision }) });
  }

  async recall(revision: number, reason: string): Promise<void> {
    await this.hands.write(
      this.page.getByRole('textbox', { name: this.words('signing:recall.reason') }),
      reason,
    );
    await this.hands.press(
      this.page.getByRole('button', { name: this.words('signing:recall.submit', { revision }) }),
    );
    await this.page.getByText(this.words('signing:recall.done', { revision })).waitFor();
  }

  async download(format: 'pdf' | 'docx'): Promise<Download> {
    const label = this.words(format === 'pdf' ? 'signing:signed.print' : 'app:scorecard.docx');
    const downloading = this.page.waitForEvent('download');
    await this.hands.press(this.page.getByRole('button', { name: label }));
    return await downloading;
  }
}
