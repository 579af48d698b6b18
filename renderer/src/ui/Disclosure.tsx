import type { ReactNode } from 'react';
import classes from './Disclosure.module.css';

interface DisclosureProps {
  readonly title: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** Something that can be folded away; the browser's own, so keyboard and screen readers know it. */
export function Disclosure({ title, isOpenAtFirst = false, children }: DisclosureProps) {
  return (
    <details className={classes.disclosure} open={isOpenAtFirst}>
      <summary className={classes.title}>{title}</summary>
      <div className={classes.content}>{children}</div>
    </details>
  );
}
