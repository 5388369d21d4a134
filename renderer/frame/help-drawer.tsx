// F1: the help, offline, in the words of the screen: the steps, the keys, what each mark means.
import { chapterHeading } from '../../shared/editions/chapter-name.ts';
import { Drawer } from 'antd';
import { editionFor, EDITIONS } from '../../shared/editions/index.ts';
import { COMMANDS } from '../state/commands.ts';
import { setState, useStore } from '../state/store.ts';
import { focusOnOpen } from './focus-on-open.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { GRID_KEYS, MARKS, STEPS } from './help-texts.ts';

function Pairs({ title, pairs }: { readonly title: string; readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className="help-pairs">
        {pairs.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function HelpDrawer() {
  const report = useStore((now) => now.document?.report);
  const edition = report ? EDITIONS[report.edition] : editionFor(Infinity); // without a report the one in force
  const keys = COMMANDS.flatMap(({ keys: shown, title }) => (shown ? [[shown, title] as const] : []));
  return (
    <Drawer
      open
      title="填报说明"
      size="32rem"
      onClose={() => setState({ helpOpen: false })}
      className="help"
      afterOpenChange={focusOnOpen('help-body')}
      styles={{ body: { padding: 0, overflow: 'hidden' } }}
    >
      <ScrollRegion id="help-body" className="help-body" label="填报说明全文">
        <section>
          <h2>怎样做完一份年报</h2>
          <ol className="help-steps">
            {STEPS.map(([title, text]) => (
              <li key={title}>
                <strong>{title}</strong>
                {text}
              </li>
            ))}
          </ol>
        </section>
        <Pairs
          title={`各章要求（${edition.document}）`}
          pairs={edition.chapters.flatMap((chapter) =>
            chapter.rule ? [[chapterHeading(chapter), chapter.rule] as const] : [],
          )}
        />
        <Pairs title="标记" pairs={MARKS} />
        <Pairs title="表格中的按键" pairs={GRID_KEYS} />
        <Pairs title="快捷键" pairs={keys} />
      </ScrollRegion>
    </Drawer>
  );
}
