// 装入上年数据: choose a file, see what was recognised beside its source, mend doubts, decide what is taken. Written only at the end.
import { Button, Steps } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { changeWizard, finishImport, LAST_STEP, leaveImport, moveStep, readAgain } from '../../state/import-actions.ts';
import { useStore } from '../../state/store.ts';
import { CarryStep } from './carry-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { FinishStep } from './finish-step.tsx';
import { ProblemsStep } from './problems-step.tsx';
import { RecognisedStep } from './recognised-step.tsx';
import './import.css';

const STEPS = ['选文件', '识别结果', '处理问题', '带入方式', '完成'] as const;

/** The picture of a step, not read out: its name is enough. */
const unread = (icon: ReactNode) => (
  <span aria-hidden className="import-step">
    {icon}
  </span>
);

function Step() {
  const { reading, step, wizard } = useStore((now) => now.importing);
  if (step === 0 || !wizard || reading) return <ChooseStep reading={reading} />;
  if (step === 1)
    return (
      <RecognisedStep
        wizard={wizard}
        onChange={changeWizard}
        onEdition={(edition) => void readAgain(wizard, edition)}
      />
    );
  if (step === 2) return <ProblemsStep wizard={wizard} onChange={changeWizard} />;
  if (step === 3) return <CarryStep wizard={wizard} onChange={changeWizard} />;
  return <FinishStep wizard={wizard} />;
}

export function ImportView() {
  const { step, wizard } = useStore((now) => now.importing);
  const warnings = wizard?.source.proposal.warnings.length ?? 0;
  const foot = useRef<HTMLElement>(null);
  useEffect(() => {
    // the button that had the focus has gone with its step: the keyboard goes on at the one that leads further
    if (step > 0 && document.activeElement === document.body)
      foot.current?.querySelector<HTMLElement>('.ant-btn-primary')?.focus();
  }, [step]);
  return (
    <div className="import">
      <header className="import-head">
        <h1>装入上年数据</h1>
        <Steps
          size="small"
          current={step}
          iconRender={unread}
          items={STEPS.map((title, index) => ({
            title: index === 2 && warnings > 0 ? `${title}（${warnings}）` : title,
          }))}
        />
      </header>
      <div className="import-body">
        <Step />
      </div>
      <footer ref={foot} className="import-foot">
        <Button onClick={() => void leaveImport()}>取消</Button>
        <span className="import-note">完成之前不写入任何内容</span>
        {step > 0 && <Button onClick={() => moveStep(-1)}>上一步</Button>}
        {((step > 0 && step < LAST_STEP) || (step === 0 && wizard)) && (
          <Button type="primary" onClick={() => moveStep(1)}>
            下一步
          </Button>
        )}
        {step === LAST_STEP && (
          <Button type="primary" onClick={() => void finishImport()}>
            选择保存位置并完成
          </Button>
        )}
      </footer>
    </div>
  );
}
