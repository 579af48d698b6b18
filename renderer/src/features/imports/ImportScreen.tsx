import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ScreenPage } from '../../ui/ScreenPage.tsx';
import { FileChooser } from './FileChooser.tsx';
import { ImportWork } from './ImportWork.tsx';
import { PastImports } from './PastImports.tsx';
import { Quarantine } from './Quarantine.tsx';
import { useImportDesk, useImportSnapshot } from './useImportDesk.ts';

/** Takes files in: choose, look at what they bring, import, and undo later where need be. */
export function ImportScreen() {
  const { t } = useTranslation(['imports', 'app']);
  const { session, round, startOver } = useImportDesk();
  const snapshot = useImportSnapshot(session);
  const isOver = snapshot.phase === 'done' || snapshot.phase === 'cancelled';
  return (
    <ScreenPage title={t('title')} subtitle={t('lead')} back={{ href: '/', label: t('app:toHome') }}>
      <Stack gap="md">
        {snapshot.phase === 'choosing' ? (
          <FileChooser onChosen={({ files, skipped }) => void session.begin(files, skipped)} />
        ) : (
          <ImportWork key={round} session={session} snapshot={snapshot} onStartOver={startOver} />
        )}
        {/* Read anew once an import is over. */}
        {(snapshot.phase === 'choosing' || isOver) && (
          <>
            <Quarantine key={`quarantine ${snapshot.phase}`} />
            <PastImports key={`past ${snapshot.phase}`} />
          </>
        )}
      </Stack>
    </ScreenPage>
  );
}
