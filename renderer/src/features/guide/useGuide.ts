import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { useLoaded, type Loadable } from '../../lib/useCall.ts';
import type { GuideBlock } from './guideBlocks.ts';

/** The guide, which the build has put beside the screens. */
export function useGuide(): Loadable<readonly GuideBlock[]> {
  return useLoaded('guide', loadGuide).state;
}

async function loadGuide(): Promise<Result<readonly GuideBlock[]>> {
  try {
    const answer = await fetch('guide/guide.json');
    if (!answer.ok) return failWith('backend-unreachable');
    return succeed((await answer.json()) as readonly GuideBlock[]);
  } catch {
    return failWith('backend-unreachable');
  }
}
