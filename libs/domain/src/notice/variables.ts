import type { NoticeKind } from './notice';
import type { TemplatePart } from './template';

/** Known in every part. */
const EVERYWHERE = ['unit', 'hotline'] as const;

/** What rules.md §6 wants told of each kind: every one of them must stand in the body. */
export const CONTENTS: Readonly<Record<NoticeKind, readonly string[]>> = {
  'bill-notice': ['readingDate', 'registerValue', 'energyKwh', 'amount', 'previousBalance', 'payable'],
  'arrears-reminder': ['billMonth', 'arrears', 'penalty', 'penaltyMethod', 'total', 'payPlace'],
  'outage-notice': ['cause', 'area', 'time', 'restoration'],
};

/** Variables that a part of a spoken template may use. */
export function variablesOfPart(kind: NoticeKind, part: TemplatePart): readonly string[] {
  switch (part) {
    case 'several':
      return [...EVERYWHERE, 'count'];
    case 'account':
      return [...EVERYWHERE, 'accountTail', 'ordinal'];
    case 'body':
      return [...EVERYWHERE, 'accountTail', ...CONTENTS[kind]];
    case 'part-paid':
      return [...EVERYWHERE, 'accountTail', 'paid', 'balance'];
    case 'opening':
    case 'menu':
    case 'thanks':
    case 'later':
    case 'human':
    case 'opted-out':
    case 'closing':
      return EVERYWHERE;
  }
}

/** Variables that a spoken part must use, since it would not say what it is for without them. */
export function requiredInPart(kind: NoticeKind, part: TemplatePart): readonly string[] {
  switch (part) {
    case 'opening':
      return ['unit'];
    case 'several':
      return ['count'];
    case 'account':
      return ['accountTail'];
    case 'body':
      return CONTENTS[kind];
    case 'part-paid':
      return kind === 'outage-notice' ? [] : ['balance'];
    case 'menu':
    case 'thanks':
    case 'later':
    case 'human':
    case 'opted-out':
    case 'closing':
      return [];
  }
}

/** Variables that a letter may use; all of the kind's contents must stand in it. */
export function variablesOfLetter(kind: NoticeKind): readonly string[] {
  return [...EVERYWHERE, 'customerName', 'accountNo', 'dated', 'paid', 'balance', ...CONTENTS[kind]];
}
