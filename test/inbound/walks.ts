import type { Walk } from './walk';

const APPLICATIONS: Readonly<Record<string, string>> = {
  '11': 'new-supply',
  '12': 'capacity-increase',
  '13': 'capacity-decrease',
  '21': 'suspension',
  '22': 'temporary-exchange',
  '31': 'relocation',
  '32': 'meter-relocation',
  '33': 'temporary-removal',
  '41': 'transfer',
  '42': 'account-split',
  '43': 'account-merge',
  '51': 'account-closure',
  '52': 'voltage-change',
  '53': 'category-change',
};

/** Numbers that lead to a desk of their own. */
export const DESKS = { english: '95590', vip: '95591', withheld: '95592', applicant: '95593' };

/** Callers to whose numbers no account is bound. */
export const STRANGERS: readonly Walk[] = [
  { name: 'listens to the greeting', keys: '', endsAt: 'greeting' },
  { name: 'keys ahead into self-service', keys: '1', endsAt: 'self-service' },
  { name: 'goes back to the main menu', keys: '19', endsAt: 'main-menu' },
  { name: 'keys by SIP INFO', keys: '15', via: 'info', endsAt: 'guide' },
  { name: 'changes to English', keys: '8', endsAt: 'main-menu' },
  { name: 'changes to English and back', keys: '88', endsAt: 'main-menu' },
  { name: 'asks for the guide in English', keys: '815', endsAt: 'guide' },
  { name: 'hears how to pay', keys: '151', endsAt: 'guide-pay' },
  { name: 'hears how to apply', keys: '152', endsAt: 'guide-apply' },
  { name: 'hears about faults', keys: '153', endsAt: 'guide-fault' },
  { name: 'hears about safety', keys: '154', endsAt: 'guide-safety' },
  { name: 'hears about promises', keys: '155', endsAt: 'guide-promises' },
  { name: 'returns from the guide', keys: '159', endsAt: 'self-service' },
  { name: 'has a menu repeated', keys: '15*', endsAt: 'guide' },
  { name: 'asks for an account', keys: '11', endsAt: 'identify' },
  { name: 'asks for outages and must say where', keys: '12', endsAt: 'ask-outage-account' },
  {
    name: 'asks for outages of an account that has its supply',
    keys: '12~5100000001#',
    via: 'info',
    endsAt: 'no-area-outages',
    seconds: 2,
  },
  { name: 'asks for a case and must say which', keys: '13', endsAt: 'ask-query-code' },
  { name: 'gives a query code that is none', keys: '1300000000', endsAt: 'no-case' },
  { name: 'returns from the applications', keys: '149', endsAt: 'self-service' },
  { name: 'hears the papers of an application', keys: '1411~', endsAt: 'about-new-supply' },
  ...Object.entries(APPLICATIONS).map(([keys, kind]) => ({
    name: `applies for ${kind}`,
    keys: `14${keys}8`,
    endsAt: 'order-opened',
    seconds: 8,
  })),
  { name: 'reports a fault and is asked where', keys: '2', endsAt: 'fault-account-menu' },
  { name: 'reports a fault without an account', keys: '22', endsAt: 'record-fault' },
  { name: 'records a fault', keys: '22…………#', speaks: 60, seconds: 8, endsAt: 'order-opened' },
  { name: 'opens the voice menu', keys: '3', endsAt: 'voice-menu' },
  { name: 'asks for a human to complain to', keys: '30', endsAt: 'offer-call-back', seconds: 14 },
  { name: 'complains', keys: '311…………#', speaks: 60, seconds: 8, endsAt: 'order-opened' },
  {
    name: 'reports misconduct under a name',
    keys: '321…………#',
    speaks: 60,
    seconds: 8,
    endsAt: 'order-opened',
  },
  { name: 'makes a suggestion', keys: '33…………#', speaks: 60, seconds: 8, endsAt: 'order-opened' },
  { name: 'asks for a human when nobody is there', keys: '0', endsAt: 'offer-call-back', seconds: 14 },
  { name: 'asks for a human in a submenu', keys: '140', endsAt: 'offer-call-back', seconds: 14 },
  { name: 'asks for a human in English', keys: '80', endsAt: 'offer-call-back', seconds: 14 },
  { name: 'wants to be called back at its own number', keys: '0………1', endsAt: 'goodbye', seconds: 30 },
  {
    name: 'wants to be called back at another number',
    keys: '0………2~13800138000#',
    via: 'info',
    endsAt: 'goodbye',
    seconds: 40,
  },
  { name: 'leaves a message', keys: '0………3……………#', speaks: 80, seconds: 8, endsAt: 'order-opened' },
  { name: 'says nothing and presses nothing', keys: '', seconds: 240, endsAt: 'goodbye' },
  { name: 'dials the English desk', to: DESKS.english, keys: '9', endsAt: 'main-menu' },
  { name: 'dials the VIP desk', to: DESKS.vip, keys: '', endsAt: 'offer-call-back', seconds: 30 },
  { name: 'withholds its number', from: '', to: DESKS.withheld, keys: '15', endsAt: 'guide' },
  {
    name: 'withholds its number, applies, and says where it can be reached',
    from: '',
    to: DESKS.applicant,
    keys: '14118~13800138000#',
    via: 'info',
    seconds: 8,
    endsAt: 'order-opened',
  },
  {
    name: 'proves three times to be nobody',
    keys: `11${['5199999991', '5199999992', '5199999993'].map((account) => `${account}#~864209#…`).join('')}`,
    via: 'info',
    endsAt: 'identity-failed',
  },
  {
    name: 'reports a fault where an outage is known, by account number',
    keys: '215100000002#',
    via: 'info',
    endsAt: 'known-outage',
  },
  {
    name: 'reports another fault there all the same',
    keys: '215100000002#~1',
    via: 'info',
    endsAt: 'record-fault',
  },
  {
    name: 'asks there for a human',
    keys: '215100000002#~0',
    via: 'info',
    endsAt: 'offer-call-back',
    seconds: 16,
  },
  { name: 'presses a key that does not fit', keys: '17', endsAt: 'self-service' },
  { name: 'presses three wrong keys', keys: '777', endsAt: 'offer-human', seconds: 10 },
  { name: 'returns from there to the menu', keys: '777…9', endsAt: 'main-menu' },
];

/** A customer's account, and the number from which it is called. */
export const CUSTOMER = { accountNo: '5100000001', password: '135792' };
/** Without bill, arrears or payment; its password is tried in vain. */
export const NEW_CUSTOMER = {
  accountNo: '5100000003',
  password: '975310',
  phones: ['+8613700050001', '+8613700050002', '+8613700050003'],
};
export const CUSTOMER_IN_THE_DARK = { accountNo: '5100000002', phone: '+8613700020001' };
const phoneOf = (index: number) => `+86137000100${index}`;
const customer = (index: number, walk: Omit<Walk, 'from'>): Walk => ({ from: phoneOf(index), ...walk });

/** Callers whose number is bound to an account, and who know its password. */
export const CUSTOMERS: readonly Walk[] = [
  customer(10, { name: 'is known by its number', keys: '11', endsAt: 'account-menu' }),
  customer(11, { name: 'hears its bill', keys: '111', endsAt: 'tell-bill' }),
  customer(12, { name: 'hears its arrears', keys: '112', endsAt: 'tell-arrears' }),
  customer(13, { name: 'hears of its payments', keys: '113', endsAt: 'tell-payments' }),
  customer(14, { name: 'hears its own data', keys: '114', endsAt: 'tell-customer' }),
  customer(15, { name: 'asks for another account', keys: '115', endsAt: 'identify-other' }),
  customer(16, { name: 'has its supply and asks for outages', keys: '12', endsAt: 'no-outages' }),
  customer(17, { name: 'has its supply and reports a fault', keys: '2', endsAt: 'record-fault' }),
  customer(18, {
    name: 'asks for a human about its bill',
    keys: '1110',
    endsAt: 'offer-call-back',
    seconds: 14,
  }),
  customer(19, { name: 'hears its bill in English', keys: '8111', endsAt: 'tell-bill' }),
  { name: 'has no bill', from: NEW_CUSTOMER.phones[0], keys: '111', endsAt: 'no-bill', seconds: 2 },
  { name: 'has no arrears', from: NEW_CUSTOMER.phones[1], keys: '112', endsAt: 'no-arrears', seconds: 2 },
  { name: 'has no payments', from: NEW_CUSTOMER.phones[2], keys: '113', endsAt: 'no-payments', seconds: 2 },
  {
    name: 'gives a wrong password three times',
    keys: `11${`${NEW_CUSTOMER.accountNo}#~864209#…`.repeat(3)}`,
    via: 'info',
    endsAt: 'identity-locked',
  },
  {
    name: 'is in a known outage and asks for outages',
    from: CUSTOMER_IN_THE_DARK.phone,
    keys: '12',
    endsAt: 'tell-outages',
  },
  {
    name: 'is in a known outage and is told of it before it can report',
    from: '+8613700020002',
    keys: '2',
    endsAt: 'known-outage',
  },
  {
    name: 'calls from elsewhere, with account and password',
    keys: `11${CUSTOMER.accountNo}#~${CUSTOMER.password}#`,
    endsAt: 'account-menu',
  },
  {
    name: 'calls from elsewhere with a wrong password',
    keys: `11${CUSTOMER.accountNo}#~864209#`,
    endsAt: 'identify',
  },
];

/** In its own data when ticket goes away. */
export const LEFT_ALONE: Walk = {
  name: 'asks for its payments when they cannot be had any more',
  from: '+8613700020003',
  keys: '11…………3',
  endsAt: 'account-data-unavailable',
  seconds: 2,
};

/** Callers while ticket is away. */
export const WITHOUT_TICKET: readonly Walk[] = [
  {
    name: 'wants to prove who it is',
    keys: `11${CUSTOMER.accountNo}#~${CUSTOMER.password}#`,
    via: 'info',
    endsAt: 'identity-unavailable',
    seconds: 2,
  },
  {
    name: 'asks for outages',
    keys: '12~5100000002#',
    via: 'info',
    endsAt: 'outages-unavailable',
    seconds: 2,
  },
  { name: 'asks for a case', keys: '13~00000001', via: 'info', endsAt: 'case-unavailable', seconds: 2 },
  {
    name: 'reports a fault, which is kept',
    from: '+8613800060001',
    keys: '22…………#',
    speaks: 60,
    seconds: 8,
    endsAt: 'order-opened',
  },
];

export const CUSTOMER_PHONES = CUSTOMERS.flatMap(({ from }) =>
  from?.startsWith('+861370001') === true ? [from] : [],
);
