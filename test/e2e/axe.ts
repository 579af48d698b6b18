import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules whose answer is another one in other colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds, one line each: rule, place. Only what depends on colours, or only what does not, where that is asked. */
export async function faultsOf(
  page: Page,
  which: 'all' | 'colours' | 'all but colours' = 'all',
): Promise<readonly string[]> {
  // For frames of other origins axe ends its work in a page of its own, which takes longer than looking.
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1);
  if (which === 'colours') axe.withRules(colourRules);
  if (which === 'all but colours') axe.disableRules(colourRules);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`),
  );
}
