import { Button, Group } from '@mantine/core';
import { IconChartBar, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useDeskFrame } from '../deskContext.ts';

const ways = [
  { path: 'overview', words: 'overview:title', Icon: IconChartBar },
  { path: 'sign', words: 'signing:title', Icon: IconSignature },
] as const;

/** Ways from the desk to the sheet as a whole. Those screens read what is on disk, so everything is saved first. */
export function SheetWays() {
  const { t } = useTranslation(['overview', 'signing']);
  const [, navigate] = useLocation();
  const { assessment, saveNow } = useDeskFrame();
  const leave = async (path: string): Promise<void> => {
    await saveNow();
    navigate(`/assessments/${assessment.id}/${path}`);
  };
  return (
    <Group gap="xs" grow preventGrowOverflow={false}>
      {ways.map(({ path, words, Icon }) => (
        <Button
          key={path}
          variant="default"
          px="xs"
          leftSection={<Icon size={18} aria-hidden />}
          onClick={() => void leave(path)}
        >
          {t(words)}
        </Button>
      ))}
    </Group>
  );
}
