import { useEffect } from 'react';

/** A file let go beside its place would be opened by the browser in place of the desk. */
export function useRefuseStrayFiles(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      if (event.type === 'dragover' && !event.defaultPrevented) event.dataTransfer.dropEffect = 'none';
      event.preventDefault();
    };
    document.addEventListener('dragover', refuse);
    document.addEventListener('drop', refuse);
    return () => {
      document.removeEventListener('dragover', refuse);
      document.removeEventListener('drop', refuse);
    };
  }, []);
}
