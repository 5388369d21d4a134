// The question that stands before something is given up.
import { Modal } from 'antd';
import { answer, type Question as Asked } from '../state/questions.ts';
import { focusOnOpen } from './focus-on-open.ts';

export function Question({ question }: { readonly question: Asked }) {
  return (
    <Modal
      open
      title={question.title}
      okText={question.yes}
      cancelText={question.no}
      okButtonProps={{ danger: true }}
      cancelButtonProps={{ id: 'question-no' }}
      afterOpenChange={focusOnOpen('question-no')}
      onOk={() => answer(true)}
      onCancel={() => answer(false)}
      width="30rem"
    >
      <p>{question.text}</p>
    </Modal>
  );
}
