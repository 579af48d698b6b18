import { useEffect } from 'react';

/** Gives the focus back to where it was when a dialog that is taken out of the page as a whole goes away. */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // The dialog is still there while it is being taken out; what it held of the focus is gone only after that.
      setTimeout(() => {
        const isLost = document.activeElement === document.body || document.activeElement === null;
        if (isLost && before instanceof HTMLElement) before.focus();
      });
    };
  }, []);
}
