// A part that scrolls on its own: named, and reachable with Tab so that the keyboard can scroll it.
import type { ReactNode, Ref } from 'react';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

export function ScrollRegion({ id, label, className, children, ref }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a mouse
    <div id={id} ref={ref} className={className} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}
