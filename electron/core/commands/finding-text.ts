// A finding as one line for a person.
import type { Finding } from '../../../shared/checks/finding.ts';

const SEVERITY = { error: '错误', warning: '提示', hint: '参考' } as const;

export const findingText = ({ severity, rule, message, quote }: Finding): string =>
  `【${SEVERITY[severity]}】${message}${quote ? `（原文：“${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”）` : ''} [${rule}]`;
