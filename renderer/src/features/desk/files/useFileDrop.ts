import { useState, type ClipboardEvent, type DragEvent } from 'react';

/** Takes files that are dropped or pasted onto an element; everything else goes its usual way. */
export function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setIsOver] = useState(false);
  const take = (transfer: DataTransfer, event: { preventDefault(): void; stopPropagation(): void }): void => {
    const files = [...transfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onFiles(files);
  };
  return {
    isOver,
    target: {
      onDragOver: (event: DragEvent): void => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: (event: DragEvent): void => {
        const isInside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!isInside) setIsOver(false);
      },
      onDrop: (event: DragEvent): void => {
        setIsOver(false);
        take(event.dataTransfer, event);
      },
      onPaste: (event: ClipboardEvent): void => take(event.clipboardData, event),
    },
  };
}
