import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/result.ts';
import { useErrorText } from '../lib/useErrorText.ts';

interface ErrorNoticeProps {
  readonly errors: readonly AppError[];
  readonly onRetry?: () => void;
  /** Further ways out, beside trying again. */
  readonly children?: ReactNode;
}

/** Every fault in words, with what can be done about it. */
export function ErrorNotice({ errors, onRetry, children }: ErrorNoticeProps) {
  const { t } = useTranslation('app');
  const describe = useErrorText();
  const sentences = errors.map(describe);
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      styles={{ message: { color: 'var(--ink)' } }}
    >
      {sentences.length === 1 ? (
        sentences[0]
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {(onRetry !== undefined || children !== undefined) && (
        <Group mt="sm">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {children}
        </Group>
      )}
    </Alert>
  );
}
