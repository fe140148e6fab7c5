import type { IdentifyNode } from '../../document/flow-document';
import type { CallerAccount } from '../flow-state';
import { LIMITS } from '../limits';
import { digitsOf, tailOf } from '../speaking-context';
import type { Turn } from '../turn';
import { asking } from './asking';
import { type EntryEnd, type Question, right, stage, type Verdict, WRONG } from './question';

const TAIL_DIGITS = 4;
const ACCOUNT_DIGITS = 20;
const PASSWORD_DIGITS = 16;
const LEAST_DIGITS = 4;

/** The questions of an identify node (T1.4): `which` of the bound accounts; else `account`, then `password`. */
export function identifyQuestion(turn: Turn, node: IdentifyNode): Question | undefined {
  switch (turn.state.stage) {
    case 'which':
      return {
        ...asking(turn, node, 'which'),
        maxDigits: ACCOUNT_DIGITS,
        accept: (entry, end) => chosen(turn, node, entry, end),
      };
    case 'account':
      return {
        ...asking(turn, node, 'account'),
        maxDigits: ACCOUNT_DIGITS,
        accept: (entry, end) => (entry.length < LEAST_DIGITS ? WRONG : toPassword(turn, entry, end)),
      };
    case 'password':
      return {
        ...asking(turn, node, 'password'),
        maxDigits: PASSWORD_DIGITS,
        accept: (entry) => (entry.length < LEAST_DIGITS ? WRONG : verify(turn, entry)),
      };
    default:
      return undefined;
  }
}

/** By the last four digits, or by the whole number; an account that is not bound needs its password. */
function chosen(turn: Turn, node: IdentifyNode, entry: string, end: EntryEnd): Verdict {
  const accounts = turn.state.accounts ?? [];
  const whole = accounts.filter(({ accountNo }) => digitsOf(accountNo) === entry);
  const byTail = accounts.filter(({ accountNo }) => tailOf(accountNo) === entry);
  const [account, ...more] = whole.length > 0 ? whole : byTail;
  if (account && more.length === 0) {
    identify(turn, account, 'phone');
    return right(node.identified);
  }
  return entry.length > TAIL_DIGITS ? toPassword(turn, entry, end) : WRONG;
}

/** Keys typed ahead go into the password only after a `#` that ended the account number: they were meant for it. */
function toPassword(turn: Turn, account: string, end: EntryEnd): Verdict {
  turn.key({ account });
  return stage('password', end === 'hash');
}

function verify(turn: Turn, password: string): Verdict {
  const accountNo = turn.keyed.account ?? '';
  turn.state.stage = 'verify';
  turn.key({ entry: '', account: undefined });
  turn.wait('password', LIMITS.passwordMs, (step) => ({
    type: 'verify-password',
    step,
    accountNo,
    password,
  }));
  return right(undefined);
}

export function identify(turn: Turn, account: CallerAccount, by: 'phone' | 'password'): void {
  turn.state.account = account;
  turn.state.identifiedBy = by;
  turn.emit({ type: 'identified', accountNo: account.accountNo, by });
}
