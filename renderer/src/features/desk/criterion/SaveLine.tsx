import { StatusTick } from '../../../ui/StatusTick.tsx';
import { useSaveStatus } from '../../../lib/useSaveQueue.ts';
import { useDeskFrame } from '../deskContext.ts';
import { useHasFaultyText } from '../../../lib/typedTexts.ts';

/** Whether everything typed on the desk is on disk; follows every key stroke by itself. */
export function SaveLine() {
  const { assessment, saving, savingOfHead, saveNow } = useDeskFrame();
  const ofAnswers = useSaveStatus(saving);
  const ofHead = useSaveStatus(savingOfHead);
  const isHeadStuck = ofHead.kind === 'failed' || ofHead.kind === 'refused';
  const status = isHeadStuck && ofAnswers.kind === 'saved' ? ofHead : ofAnswers;
  const hasFaultyText = useHasFaultyText(assessment.id);
  return <StatusTick status={status} hasFaultyText={hasFaultyText} onRetry={() => void saveNow()} />;
}
