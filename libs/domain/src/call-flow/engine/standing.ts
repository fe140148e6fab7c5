import { LIST_FLAGS, type ListFlag, VALUE_TIERS, type ValueTier } from '../../shared';
import type { CallerAccount, FlowState } from './flow-state';

/** Three separate fields (C29). */
export interface Standing {
  readonly valueTier: ValueTier;
  readonly listFlag: ListFlag;
  readonly important: boolean;
}

const UNKNOWN: Standing = { valueTier: 'ordinary', listFlag: 'normal', important: false };

/** The caller's standing (§17): of the identified account, else the best of the accounts bound to the number. */
export function standingOf(state: Pick<FlowState, 'account' | 'accounts'>): Standing {
  const accounts = state.account ? [state.account] : (state.accounts ?? []);
  if (accounts.length === 0) return UNKNOWN;
  return {
    valueTier: first(VALUE_TIERS, accounts, ({ valueTier }) => valueTier),
    listFlag: first(LIST_FLAGS, accounts, ({ listFlag }) => listFlag),
    important: accounts.some(({ important }) => important),
  };
}

function first<Word>(
  best: readonly [Word, ...Word[]],
  accounts: readonly CallerAccount[],
  wordOf: (account: CallerAccount) => Word,
): Word {
  return best.find((word) => accounts.some((account) => wordOf(account) === word)) ?? best[0];
}
