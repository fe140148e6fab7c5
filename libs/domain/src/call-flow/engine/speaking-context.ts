import { ACCOUNTS_LIST } from '../text/variables';
import type { SpeakingContext, Values } from '../text/speak-texts';
import type { FlowState } from './flow-state';

/** What texts can say of a call now. */
export function speakingContext(state: FlowState): SpeakingContext {
  const { language, facts, account, accounts } = state;
  return {
    language,
    unit: facts.unit,
    hotline: facts.hotline,
    lists: accounts
      ? {
          ...state.lists,
          [ACCOUNTS_LIST.name]: accounts.map(({ accountNo }) => ({ 'accounts.tail': tailOf(accountNo) })),
        }
      : state.lists,
    values: {
      ...state.values,
      ...optional('caller.number', facts.from),
      ...optional('account.tail', account && tailOf(account.accountNo)),
      ...optional('accounts.count', accounts?.length),
    },
  };
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The last four digits: enough to tell one's own accounts apart, too little to give one away. */
export const tailOf = (accountNo: string): string => digitsOf(accountNo).slice(-4);

function optional(name: string, value: string | number | undefined): Values {
  return value === undefined ? {} : { [name]: value };
}
