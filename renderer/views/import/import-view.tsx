// 装入上年数据: choose a file, see what was recognised beside its source, mend doubts, decide what is taken. Written only at the end.
import { Button, Steps } from 'antd';
import { useEffect, useState } from 'react';
import type { EditionId } from '../../../shared/model/report.ts';
import { request } from '../../state/desktop.ts';
import { opening } from '../../state/document-actions.ts';
import { go } from '../../state/navigate.ts';
import { notify, valueOf } from '../../state/notices.ts';
import { setState, state, useStore } from '../../state/store.ts';
import { CarryStep } from './carry-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { FinishStep } from './finish-step.tsx';
import { ProblemsStep } from './problems-step.tsx';
import { RecognisedStep } from './recognised-step.tsx';
import { acceptanceOf, obstacle, startWizard, type Wizard } from './wizard.ts';
import './import.css';

const STEPS = ['选文件', '识别结果', '处理问题', '带入方式', '完成'] as const;

const leave = (): void => {
  void request('source:cancel');
  setState({ importPath: null, progress: null });
  go({ view: state().document ? 'overview' : 'start' });
};

export function ImportView() {
  const importPath = useStore((now) => now.importPath);
  const [step, setStep] = useState(0);
  const [reading, setReading] = useState(false);
  const [wizard, setWizard] = useState<Wizard | null>(null);

  const read = async (path: string | null, wishes: { year?: number; edition?: EditionId } = {}): Promise<void> => {
    setReading(true);
    const source = valueOf(await request('source:read', path, wishes));
    setReading(false);
    setState({ progress: null });
    if (!source) return;
    setWizard(startWizard(path && !source.path ? { ...source, path } : source));
    setStep(1);
  };
  useEffect(() => {
    const path = state().importPath;
    if (!path) return;
    setState({ importPath: null });
    void read(path);
  }, [importPath]);

  const finish = async (): Promise<void> => {
    if (wizard) await opening('正在写入…', () => request('source:accept', acceptanceOf(wizard)));
  };
  const next = (): void => {
    const reason = wizard && step > 0 ? obstacle(wizard) : null;
    if (reason) notify('warning', reason);
    else setStep(step + 1);
  };
  const warnings = wizard?.source.proposal.warnings.length ?? 0;
  return (
    <div className="import">
      <header className="import-head">
        <h1>装入上年数据</h1>
        <Steps
          size="small"
          current={step}
          items={STEPS.map((title, index) => ({
            title: index === 2 && warnings > 0 ? `${title}（${warnings}）` : title,
          }))}
        />
      </header>
      <div className="import-body">
        {(step === 0 || !wizard) && <ChooseStep reading={reading} onChoose={(wishes) => void read(null, wishes)} />}
        {wizard && step === 1 && (
          <RecognisedStep
            wizard={wizard}
            onChange={setWizard}
            onEdition={(edition) => void read(wizard.source.path ?? null, { edition, year: wizard.year })}
          />
        )}
        {wizard && step === 2 && <ProblemsStep wizard={wizard} onChange={setWizard} />}
        {wizard && step === 3 && <CarryStep wizard={wizard} onChange={setWizard} />}
        {wizard && step === 4 && <FinishStep wizard={wizard} />}
      </div>
      <footer className="import-foot">
        <Button onClick={leave}>取消</Button>
        <span className="import-note">完成之前不写入任何内容</span>
        {step > 0 && <Button onClick={() => setStep(step - 1)}>上一步</Button>}
        {step > 0 && step < 4 && (
          <Button type="primary" onClick={next}>
            下一步
          </Button>
        )}
        {step === 4 && (
          <Button type="primary" onClick={() => void finish()}>
            选择保存位置并完成
          </Button>
        )}
      </footer>
    </div>
  );
}
