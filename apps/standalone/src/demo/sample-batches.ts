import { billsOf, csvOf, type FateName, labNumber, yuan } from '@switchyard/testing';

/** How many customers of the sample have which fate. */
type Cast = Readonly<Partial<Record<FateName, number>>>;

export interface SampleBatch {
  readonly kind: 'bill-notice' | 'arrears-reminder';
  readonly name: string;
  readonly fileName: string;
  /** CSV, UTF-8. */
  readonly csv: string;
  readonly contacts: number;
  /** Customers who will pay once they were dialled the first time. */
  readonly payers: readonly { readonly accountNo: string; readonly amountFen: number }[];
  /** Customers who will call back once they have missed the first call. */
  readonly returning: readonly { readonly accountNo: string; readonly number: string }[];
}

const BILLS: Cast = {
  listens: 34,
  confirms: 34,
  'hears-again-then-confirms': 6,
  'asks-for-later': 4,
  'asks-for-human': 4,
  'opts-out': 4,
  busy: 12,
  'rings-for-ever': 10,
  unavailable: 6,
  declines: 6,
  'no-such-number': 6,
  congestion: 3,
  'switched-off': 5,
  gone: 3,
  'no-response': 3,
  'hangs-up-after-1s': 6,
  'hangs-up-after-3s': 6,
  'hangs-up-after-8s': 4,
  silent: 3,
  'answers-slowly': 3,
};

const ARREARS: Cast = {
  listens: 16,
  confirms: 14,
  busy: 8,
  'rings-for-ever': 6,
  'no-such-number': 3,
  'hangs-up-after-3s': 4,
  'asks-for-human': 3,
  'opts-out': 3,
  declines: 3,
};

/** Serials of the two batches do not meet: no number is in both. */
const FIRST_SERIAL = { 'bill-notice': 0, 'arrears-reminder': 5_000 } as const;

interface Customer {
  readonly index: number;
  readonly fate: FateName;
  readonly accountNo: string;
  readonly number: string;
  readonly owedFen: number;
}

/** Tomorrow's bill notices, headers in Chinese, some customers in English, some with two meters. */
export function billSample(readingDate: string): SampleBatch {
  const customers = customersOf('bill-notice', BILLS, '51').map((customer) => ({
    ...customer,
    name: customer.index % 7 === 3 ? `江城第${customer.index}商店` : `客户${customer.index}`,
    customerKind: customer.index % 11 === 5 ? 'organisation' : 'resident',
    language: customer.index % 9 === 4 ? 'en' : 'zh-CN',
  }));
  return sample(
    'bill-notice',
    '电费通知（样例）',
    'bill-notices.csv',
    billsOf(customers, readingDate),
    customers,
  );
}

/** Arrears reminders, headers in English. */
export function arrearsSample(billMonth: string): SampleBatch {
  const customers = customersOf('arrears-reminder', ARREARS, '52');
  const rows = customers.map(({ index, accountNo, number, owedFen }) => {
    const penaltyFen = 120 + index;
    return [
      accountNo,
      `Customer ${index}`,
      number,
      index % 5 === 2 ? 'en' : 'zh-CN',
      billMonth,
      yuan(owedFen - penaltyFen),
      yuan(penaltyFen),
      '每日千分之一',
      yuan(owedFen),
      '供电营业厅',
    ];
  });
  const csv = csvOf([ARREARS_HEADER, ...rows]);
  return sample('arrears-reminder', '欠费提醒（样例）', 'arrears.csv', csv, customers);
}

const ARREARS_HEADER = [
  'accountNo',
  'name',
  'phone',
  'language',
  'billMonth',
  'arrears',
  'penalty',
  'penaltyMethod',
  'total',
  'payPlace',
];

function customersOf(kind: SampleBatch['kind'], cast: Cast, prefix: string): readonly Customer[] {
  const fates = Object.entries(cast).flatMap(([fate, count]) =>
    Array.from({ length: count }, () => fate as FateName),
  );
  const meters = fates.map((fate, index) => customer(kind, fate, index, index, prefix));
  // Every tenth listener has a second meter: both notices go into one call.
  const seconds = meters
    .filter(({ fate, index }) => fate === 'listens' && index % 10 === 0)
    .map(({ fate, index }, nth) => customer(kind, fate, index, fates.length + nth, prefix));
  return [...meters, ...seconds];
}

function customer(
  kind: SampleBatch['kind'],
  fate: FateName,
  serial: number,
  index: number,
  prefix: string,
): Customer {
  return {
    index,
    fate,
    accountNo: `${prefix}00${String(index).padStart(6, '0')}`,
    number: labNumber(fate, FIRST_SERIAL[kind] + serial),
    owedFen: 4_250 + index * 731,
  };
}

function sample(
  kind: SampleBatch['kind'],
  name: string,
  fileName: string,
  csv: string,
  customers: readonly Customer[],
): SampleBatch {
  return {
    kind,
    name,
    fileName,
    csv,
    contacts: customers.length,
    payers: customers
      .filter(({ fate }) => fate === 'busy')
      .slice(0, 4)
      .map(({ accountNo, owedFen }) => ({ accountNo, amountFen: owedFen })),
    returning: customers
      .filter(({ fate }) => fate === 'rings-for-ever')
      .slice(0, 3)
      .map(({ accountNo, number }) => ({ accountNo, number })),
  };
}
