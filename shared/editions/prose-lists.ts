// The words by which a list of the prose is known to be complete: every applicant, every way of applying; or to begin anew.
import type { CellId } from '../model/report.ts';
import type { TableId } from './types.ts';

export interface ProseLists {
  /** The table whose figures applicants and channels divide: “占申请总量的77%” is a share of it, whatever the sentence says. */
  readonly divided: TableId;
  /** Named together, they divide all applications. */
  readonly applicants: readonly string[];
  /** Three of them divide all applications. */
  readonly channels: readonly string[];
  /** A part so named is the rest of its list, and begins nothing else. */
  readonly rest: string;
  /** A part so named is a whole of its own, with its outcomes behind it. */
  readonly cases: string;
  /** A list with such a part may hold last year's applications too, which the whole in front of it does not. */
  readonly carried: { readonly part: string; readonly stated: readonly CellId[]; readonly added: readonly CellId[] };
}

export const PROSE_LISTS: ProseLists = {
  divided: 'applications',
  applicants: ['自然人|公民|个人', '法人'],
  channels: ['网络|网上|在线|互联网|平台|网站', '邮寄|信函|信件|邮政', '当面|现场|窗口', '传真', '邮件|邮箱'],
  rest: '^其[他它]',
  cases: '诉讼|复议',
  carried: { part: '结转', stated: ['applications.new.total'], added: ['applications.carried_in.total'] },
};
