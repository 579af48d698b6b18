import type { Page } from '@playwright/test';

/** All that is read on the page by eye or by ear, in document order. */
export async function readTexts(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      const isCode = parentElement?.closest('script, style, svg title') ?? null;
      if (parentElement !== null && isCode === null && isShown(parentElement)) found.push(nodeValue ?? '');
    }
    for (const name of ['aria-label', 'aria-roledescription', 'title', 'placeholder', 'alt']) {
      for (const element of document.querySelectorAll(`body [${name}]`)) {
        if (isShown(element)) found.push(element.getAttribute(name) ?? '');
      }
    }
    return found;
  });
  return [...texts, await page.title()].map((text) => text.normalize('NFC'));
}

/**
 * What stands outside the two marks and still has a letter once everything known to be data is taken away. Marks may
 * open in one text and close in a later one.
 */
export function findOutsideTexts(
  texts: readonly string[],
  marks: readonly [string, string],
  data: readonly string[],
): readonly string[] {
  let depth = 0;
  const outside = texts.map((text) => {
    let rest = '';
    for (const letter of text) {
      if (letter === marks[1]) depth -= 1;
      if (depth === 0 && !marks.includes(letter)) rest += letter;
      if (letter === marks[0]) depth += 1;
    }
    return rest.replaceAll(/\s+/gu, ' ').trim();
  });
  const hasLetter = (text: string): boolean => /\p{Letter}/u.test(text);
  return outside
    .filter(hasLetter)
    .filter((text) => hasLetter(data.reduce((rest, known) => rest.replaceAll(known, ' '), text)));
}

/** Layouts that break: the page scrolls sideways, or a text is cut where nothing says that more follows. */
export async function findLayoutFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const faults: string[] = [];
    const nameOf = (element: Element): string => {
      const start = element.textContent.trim().slice(0, 60);
      return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${start}"`;
    };
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`page ${String(scrollWidth)} wide in ${String(innerWidth)}`);
    // Half a pixel of rounding is no fault.
    const isCut = (content: number, box: number): boolean => content > box + 1;
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const style = getComputedStyle(element);
      const hides = (way: string): boolean => way === 'hidden' || way === 'clip';
      const isSmall = element.clientWidth <= 2 || element.clientHeight <= 2;
      if (isSmall || !element.checkVisibility({ visibilityProperty: true }) || style.display === 'inline')
        continue;
      if (element.textContent.trim() === '' || style.clipPath !== 'none') continue;
      // Both say with three dots that more follows.
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') continue;
      const wide = isCut(element.scrollWidth, element.clientWidth);
      const tall = isCut(element.scrollHeight, element.clientHeight);
      if (hides(style.overflowX) && wide) faults.push(`cut at the side: ${nameOf(element)}`);
      if (hides(style.overflowY) && tall) faults.push(`cut below: ${nameOf(element)}`);
      const isControl = element.matches('button, a, label, [role="tab"], legend, th, dt');
      if (isControl && style.overflowX === 'visible' && wide) faults.push(`runs out: ${nameOf(element)}`);
    }
    return faults;
  });
}
