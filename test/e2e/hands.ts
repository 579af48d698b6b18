import type { Locator, Page } from '@playwright/test';

/** How somebody works the screen. */
export interface Hands {
  readonly press: (target: Locator) => Promise<void>;
  /** Chooses a radio button or ticks a box; nothing where that is done already. */
  readonly choose: (target: Locator) => Promise<void>;
  /** Leaves exactly this text in a field. */
  readonly write: (target: Locator, text: string) => Promise<void>;
}

export const withMouse: Hands = {
  press: (target) => target.click(),
  choose: (target) => target.check(),
  write: (target, text) => target.fill(text),
};

/** More than any screen has places to stop at. */
const mostTabs = 400;

/** Goes back by Shift+Tab, as from a field to the buttons above it. */
export async function tabBackTo(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target, 'Shift+Tab');
}

async function tabTo({ keyboard }: Page, target: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  // Found once: looking for it by its name at every stop takes longer than all the rest.
  let element = await find(target);
  for (let presses = 0; presses < mostTabs; presses += 1) {
    const state = await element.evaluate((one) => {
      if (!one.isConnected) return 'drawn anew';
      return one === document.activeElement ? 'reached' : 'elsewhere';
    });
    if (state === 'reached') return;
    if (state === 'drawn anew') element = await find(target);
    else await keyboard.press(key);
  }
  throw new Error(`${key} never reached ${target.toString()}`);
}

async function find(target: Locator) {
  await target.waitFor({ state: 'attached' });
  return await target.elementHandle();
}

/** Everything by the keyboard alone: Tab to the place, then the keys of what stands there. */
export function withKeyboard(page: Page): Hands {
  const { keyboard } = page;
  const reach = (target: Locator): Promise<void> => tabTo(page, target, 'Tab');

  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement);

  /** Tab stops at one button of a set only; the arrows lead to the others and choose them. */
  const chooseRadio = async (target: Locator): Promise<void> => {
    const isInSet = (): Promise<boolean> =>
      target.evaluate((element) => {
        const [wanted, focused] = [element, document.activeElement].map((one) => one?.getAttribute('name'));
        return wanted === focused;
      });
    for (let presses = 0; presses < mostTabs && !(await isInSet()); presses += 1) await keyboard.press('Tab');
    for (let presses = 0; presses < 20 && !(await hasFocus(target)); presses += 1)
      await keyboard.press('ArrowDown');
    if (!(await target.isChecked())) await keyboard.press('Space');
  };

  return {
    press: async (target) => {
      await reach(target);
      await keyboard.press('Enter');
    },
    choose: async (target) => {
      await target.waitFor({ state: 'attached' });
      if (await target.isChecked()) return;
      if ((await target.getAttribute('type')) === 'radio') return chooseRadio(target);
      await reach(target);
      await keyboard.press('Space');
    },
    write: async (target, text) => {
      await reach(target);
      if ((await target.inputValue()) === text) return;
      await keyboard.press('Control+A');
      await (text === '' ? keyboard.press('Delete') : keyboard.type(text));
    },
  };
}
