import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { filesOpenedEvent } from '#shared/api/openedFiles.ts';
import { listenToHost } from '../lib/backend.ts';

/** Package files that were opened outside, by a double click, go to the import screen. Only the desktop host has any. */
export function useOpenedFiles(): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    const take = async (): Promise<void> => {
      // The import is a large part of the screens, and most starts open no file.
      const { takeOpenedFiles } = await import('./takeOpenedFiles.ts');
      await takeOpenedFiles(() => navigate('/imports'));
    };
    return listenToHost((event) => {
      if (event === filesOpenedEvent) void take();
    }, take);
  }, [navigate]);
}
