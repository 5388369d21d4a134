// The head of a screen: its title, one line of explanation, and its tools.
import type { ReactNode } from 'react';

export function WorkHead(props: {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <header className="work-head">
      <div className="work-title">
        <h1>{props.title}</h1>
        {props.note && <p>{props.note}</p>}
      </div>
      {props.children && <div className="work-tools">{props.children}</div>}
    </header>
  );
}
