import type { FlowLookUp } from '../document/vocabulary';
import type { VariableType } from './variable-type';

/** A variable that texts may use. */
export interface Variable {
  readonly type: VariableType;
  /** Where it stands in a look-up's data. */
  readonly field: string;
  /** Without a value a piece that uses it is left unsaid. */
  readonly optional?: boolean;
}

export type Variables = Readonly<Record<string, Variable>>;

export interface LookUp {
  /** Needs an identified caller (T1.4). */
  readonly private: boolean;
  readonly values: Variables;
  /** A list, said by pieces with `each`; its length is `<list>.count`. */
  readonly list?: { readonly name: string; readonly items: Variables };
}

const plain = (spoken: Exclude<VariableType, { spoken: 'word' }>['spoken'], field: string): Variable => ({
  type: { spoken },
  field,
});
const optional = (variable: Variable): Variable => ({ ...variable, optional: true });

export const LOOK_UPS: Readonly<Record<FlowLookUp, LookUp>> = {
  bill: {
    private: true,
    values: {
      'bill.month': plain('month', 'month'),
      'bill.readingDate': plain('date', 'readingDate'),
      'bill.registerValue': plain('decimal', 'registerValue'),
      'bill.energy': plain('energy', 'energyKwh'),
      'bill.amount': plain('money', 'amountFen'),
      'bill.previousBalance': plain('balance', 'previousBalanceFen'),
      'bill.payable': plain('payable', 'payableFen'),
    },
  },
  arrears: {
    private: true,
    values: {
      'arrears.total': plain('money', 'totalFen'),
      'arrears.penaltyMethod': plain('text', 'penaltyMethod'),
      'arrears.payPlace': plain('text', 'payPlace'),
    },
    list: {
      name: 'arrears',
      items: {
        'arrears.month': plain('month', 'month'),
        'arrears.amount': plain('money', 'amountFen'),
        'arrears.penalty': plain('money', 'penaltyFen'),
      },
    },
  },
  payments: {
    private: true,
    values: {},
    list: {
      name: 'payments',
      items: {
        'payment.date': plain('date', 'paidOn'),
        'payment.amount': plain('money', 'amountFen'),
        'payment.month': optional(plain('month', 'month')),
      },
    },
  },
  outages: {
    private: false,
    values: {},
    list: {
      name: 'outages',
      items: {
        'outage.kind': { type: { spoken: 'word', table: 'outage-kind' }, field: 'kind' },
        'outage.cause': plain('text', 'cause'),
        'outage.start': plain('time', 'startsAt'),
        'outage.restoration': optional(plain('time', 'restoration')),
        'outage.area': optional(plain('text', 'areaName')),
      },
    },
  },
  'case-progress': {
    private: false,
    values: {
      'case.number': plain('digits', 'number'),
      'case.kind': { type: { spoken: 'word', table: 'case-kind' }, field: 'kind' },
      'case.status': { type: { spoken: 'word', table: 'case-status' }, field: 'status' },
      'case.opened': plain('time', 'openedAt'),
      'case.progress': plain('text', 'progress'),
    },
  },
  'customer-data': {
    private: true,
    values: {
      'customer.name': plain('text', 'name'),
      'customer.accountNo': plain('digits', 'accountNo'),
      'customer.kind': { type: { spoken: 'word', table: 'customer-kind' }, field: 'kind' },
      'customer.address': optional(plain('text', 'address')),
      // Stored flows of older releases name it; nobody tells it.
      'customer.area': optional(plain('text', 'areaName')),
    },
  },
};

/** Said in the middle of a sentence, with the same clip; known to every text. */
export const INLINE_VARIABLES = ['unit', 'hotline'] as const;

/** Variables that the engine sets by itself. */
export const ENGINE_VARIABLES: Variables = {
  'caller.number': optional(plain('telephone', '')),
  'account.tail': optional(plain('digits', '')),
  'identity.lockedUntil': optional(plain('time', '')),
  'workOrder.number': optional(plain('digits', '')),
  'workOrder.queryCode': optional(plain('code', '')),
};

/** The accounts bound to the caller's number: `which` of an identify node may tell them one by one. */
export const ACCOUNTS_LIST = {
  name: 'accounts',
  items: { 'accounts.tail': plain('digits', 'tail') },
} as const satisfies LookUp['list'];

/** Lists by name, with the variables of an item. */
export const LISTS: Readonly<Record<string, Variables>> = Object.fromEntries(
  [ACCOUNTS_LIST, ...Object.values(LOOK_UPS).flatMap(({ list }) => (list ? [list] : []))].map(
    ({ name, items }) => [name, items],
  ),
);

/** Every variable whose name is known beforehand, items of lists among them, with its type. */
export const KNOWN_VARIABLES: Variables = Object.assign(
  {},
  ENGINE_VARIABLES,
  ...Object.values(LOOK_UPS).map(({ values }) => values),
  ...Object.values(LISTS),
  ...Object.keys(LISTS).map((list) => ({ [`${list}.count`]: plain('count', '') })),
) as Variables;
