import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '#backend/translate.ts';

/** The menu in the user's language; without it Electron shows its own in English, with developer tools. */
export function menuTemplate(t: Translate): MenuItemConstructorOptions[] {
  return [
    { label: t('host:menuFile'), submenu: [{ role: 'quit', label: t('host:menuQuit') }] },
    {
      label: t('host:menuEdit'),
      submenu: [
        { role: 'undo', label: t('host:menuUndo') },
        { role: 'redo', label: t('host:menuRedo') },
        { type: 'separator' },
        { role: 'cut', label: t('host:menuCut') },
        { role: 'copy', label: t('host:menuCopy') },
        { role: 'paste', label: t('host:menuPaste') },
        { role: 'selectAll', label: t('host:menuSelectAll') },
      ],
    },
    {
      label: t('host:menuView'),
      submenu: [
        { role: 'zoomIn', label: t('host:menuZoomIn') },
        { role: 'zoomOut', label: t('host:menuZoomOut') },
        { role: 'resetZoom', label: t('host:menuZoomReset') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: t('host:menuFullScreen') },
      ],
    },
  ];
}
