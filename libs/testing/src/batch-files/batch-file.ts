import { FATE_NAMES, type FateName, labNumber } from '../lab/subscribers/fates';

export type BatchFileKind = 'bill-notice' | 'arrears-reminder';

export interface BatchFileOptions {
  readonly kind: BatchFileKind;
  readonly rows: number;
  /** Repeated from row to row; default every fate of the lab in turn. */
  readonly fates?: readonly FateName[];
  /** First account number's serial. */
  readonly from?: number;
}

export const HEADERS: Readonly<Record<BatchFileKind, readonly string[]>> = {
  'bill-notice': [
    '户号',
    '户名',
    '电话',
    '客户类型',
    '语言',
    '抄表日期',
    '示数',
    '电量',
    '电费',
    '上期余额',
    '应缴金额',
  ],
  'arrears-reminder': [
    '户号',
    '户名',
    '电话',
    '客户类型',
    '语言',
    '欠费月份',
    '欠费金额',
    '违约金',
    '违约金计算方法',
    '合计',
    '缴费地点',
  ],
};

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'];
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '秀英',
  '敏',
  '静',
  '强',
  '磊',
  '洋',
  '艳',
  '勇',
  '军',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '丽',
  '平',
  '刚',
];

/** Rows of a batch file with its header first, made up but the same every time. */
export function* batchRows({
  kind,
  rows,
  fates = FATE_NAMES,
  from = 1,
}: BatchFileOptions): Generator<readonly string[]> {
  yield HEADERS[kind];
  for (let index = 0; index < rows; index++) {
    const serial = from + index;
    const fate = fates[index % fates.length] ?? 'listens';
    const number = labNumber(fate, Math.floor(index / fates.length) % 10_000).slice('+86'.length);
    const customer = [
      `31${String(serial).padStart(10, '0')}`,
      nameOf(serial),
      number,
      kindOf(serial),
      serial % 17 === 0 ? 'en' : '',
    ];
    yield [...customer, ...(kind === 'bill-notice' ? bill(serial) : arrears(serial))];
  }
}

function nameOf(serial: number): string {
  const surname = SURNAMES[serial % SURNAMES.length] ?? '王';
  return surname + (GIVEN[Math.floor(serial / SURNAMES.length) % GIVEN.length] ?? '伟');
}

function kindOf(serial: number): string {
  return serial % 23 === 0 ? '单位' : '';
}

function bill(serial: number): readonly string[] {
  const energy = 20 + ((serial * 37) % 480);
  const amount = Math.round(energy * 53.83);
  const balance = serial % 5 === 0 ? -((serial * 131) % 1000) : 0;
  return [
    '2026-02-28',
    `${1000 + ((serial * 101) % 90_000)}.${serial % 10}`,
    String(energy),
    yuan(amount),
    yuan(balance),
    yuan(amount + balance),
  ];
}

function arrears(serial: number): readonly string[] {
  const owed = 5000 + ((serial * 7919) % 60_000);
  const penalty = Math.floor(owed / 100);
  return [
    '2026-01',
    yuan(owed),
    yuan(penalty),
    '每日按欠费总额的千分之一计算',
    yuan(owed + penalty),
    '供电营业厅、网上国网或银行代收点',
  ];
}

/** Fen as yuan with two decimals. */
export function yuan(fen: number): string {
  return `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

/** The rows as CSV text, some thousand lines at a time. */
export function* batchCsv(options: BatchFileOptions): Generator<string> {
  let lines: string[] = [];
  for (const row of batchRows(options)) {
    lines.push(`${row.join(',')}\n`);
    if (lines.length === 2_000) {
      yield lines.join('');
      lines = [];
    }
  }
  yield lines.join('');
}
