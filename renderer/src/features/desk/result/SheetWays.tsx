import { Button, Group } from '@mantine/core';
import { IconChartBar, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppError } from '#shared/errors/result.ts';
import { saveSheet } from '../../../lib/saveSheet.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useDeskFrame } from '../deskContext.ts';

const ways = [
  { path: 'overview', words: 'overview:title', Icon: IconChartBar },
  { path: 'sign', words: 'signing:title', Icon: IconSignature },
] as const;

/**
 * Ways from the desk to the sheet as a whole. Those screens read what is on disk, so everything is saved first; what
 * could not be saved cannot be signed.
 */
export function SheetWays() {
  const { t } = useTranslation(['overview', 'signing']);
  const [, navigate] = useLocation();
  const { assessment } = useDeskFrame();
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const leave = async (path: (typeof ways)[number]['path']): Promise<void> => {
    const saved = await saveSheet(assessment.id);
    if (path === 'sign' && !saved.ok) return setErrors(saved.errors);
    navigate(`/assessments/${assessment.id}/${path}`);
  };
  return (
    <>
      {errors.length > 0 && <ErrorNotice errors={errors} />}
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
    </>
  );
}
