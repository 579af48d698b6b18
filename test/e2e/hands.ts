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
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error(`Shift+Tab never reached ${target.toString()}`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Everything by the keyboard alone: Tab to the place, then the keys of what stands there. */
export function withKeyboard(page: Page): Hands {
  const { keyboard } = page;
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: 'attached' });
    for (let presses = 0; presses < mostTabs; presses += 1) {
      if (await hasFocus(target)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${target.toString()}`);
  };

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
