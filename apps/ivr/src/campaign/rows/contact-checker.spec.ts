import type { BatchKind } from '@switchyard/domain';
import { mapHeaders, phoneNormaliser } from '@switchyard/platform';
import { contactChecker } from './contact-checker';
import { columnsOf } from './kind-columns';

const normalise = phoneNormaliser();

function checker(kind: BatchKind) {
  return contactChecker(kind, columnsOf(kind, normalise), { language: 'zh-CN' });
}

const BILL_HEADERS = '户号,户名,电话,客户类型,语言,抄表日期,示数,电量,电费,上期余额,应缴金额'.split(',');
const BILL = {
  户号: '3100012345',
  户名: '张三',
  电话: '13900010001',
  客户类型: '',
  语言: '',
  抄表日期: '2026-02-28',
  示数: '10050.3',
  电量: '128',
  电费: '68.50',
  上期余额: '0.00',
  应缴金额: '68.50',
};

function checkBill(change: Partial<typeof BILL>, line = 2) {
  const headers = mapHeaders(columnsOf('bill-notice', normalise), BILL_HEADERS);
  const row = { ...BILL, ...change };
  const cells = BILL_HEADERS.map((header) => row[header as keyof typeof BILL]);
  return checker('bill-notice').checkCells({ line, cells }, headers);
}

describe('rows of bill notices', () => {
  it('become contacts with money in fen', () => {
    expect(checkBill({})).toEqual({
      ok: true,
      row: {
        line: 2,
        accountNo: '3100012345',
        period: '2026-02-28',
        customerName: '张三',
        customerKind: 'resident',
        number: '+8613900010001',
        extension: undefined,
        language: 'zh-CN',
        payableFen: 6850,
        notice: {
          readingDate: '2026-02-28',
          registerValue: 10050.3,
          energyKwh: 128,
          amountFen: 6850,
          previousBalanceFen: 0,
          payableFen: 6850,
        },
      },
    });
  });

  it.each([
    ['户号', '', 'row.missing', 'accountNo'],
    ['户号', 'A B', 'row.bad-text', 'accountNo'],
    ['户号', '123456789012345…', 'row.bad-text', 'accountNo'],
    ['户号', 'x'.repeat(41), 'row.bad-text', 'accountNo'],
    ['户名', '', 'row.missing', 'name'],
    ['户名', 'x'.repeat(101), 'row.too-long', 'name'],
    ['户名', 'a\u0000b', 'row.bad-text', 'name'],
    ['户名', '张\uFFFD', 'row.bad-encoding', 'name'],
    ['电话', '', 'row.missing', 'phone'],
    ['电话', '62345678', 'row.bad-phone', 'phone'],
    ['电话', '95598', 'row.bad-phone', 'phone'],
    ['客户类型', '火星人', 'row.bad-word', 'customerKind'],
    ['语言', 'fr', 'row.bad-word', 'language'],
    ['抄表日期', '2026-02-30', 'row.bad-date', 'readingDate'],
    ['抄表日期', '1926-02-28', 'row.bad-date', 'readingDate'],
    ['抄表日期', '28/02/2026', 'row.bad-date', 'readingDate'],
    ['示数', '-1', 'row.bad-number', 'registerValue'],
    ['示数', '12kWh', 'row.bad-number', 'registerValue'],
    ['电量', '1.23456', 'row.bad-number', 'energyKwh'],
    ['电费', '68.505', 'row.bad-amount', 'amount'],
    ['电费', '-1', 'row.out-of-range', 'amount'],
    ['电费', '1e3', 'row.bad-amount', 'amount'],
    ['上期余额', 'none', 'row.bad-amount', 'previousBalance'],
    ['应缴金额', '0', 'row.out-of-range', 'payable'],
    ['应缴金额', '99999999999', 'row.out-of-range', 'payable'],
    ['应缴金额', '', 'row.missing', 'payable'],
  ])('%s = %j is refused with %s', (header, value, code, field) => {
    const checked = checkBill({ [header]: value }, 7);
    expect(checked).toMatchObject({ ok: false, errors: [{ line: 7, field, code }] });
    if (checked?.ok !== false) throw new Error('accepted');
    expect(checked.errors[0]?.reason['zh-CN']).not.toBe('');
    expect(checked.errors[0]?.reason.en).not.toBe('');
  });

  it.each([
    ['抄表日期', '2026/2/8', { period: '2026-02-08' }],
    ['抄表日期', '20260208', { period: '2026-02-08' }],
    ['抄表日期', '2026年2月8日', { period: '2026-02-08' }],
    ['抄表日期', '2026-02-08 00:00:00', { period: '2026-02-08' }],
    ['户号', '３１０００', { accountNo: '31000' }],
    ['客户类型', '企业', { customerKind: 'organisation' }],
    ['客户类型', '个体工商户', { customerKind: 'sole-trader' }],
    ['语言', 'EN', { language: 'en' }],
    ['语言', '英文', { language: 'en' }],
    ['电话', '0571-87654321转801', { number: '+8657187654321', extension: '801' }],
    ['应缴金额', '¥1,068.50', { payableFen: 106850 }],
  ])('%s = %s is taken', (header, value, expected) => {
    expect(checkBill({ [header]: value })).toMatchObject({ ok: true, row: expected });
  });

  it('report every bad cell of a row at once', () => {
    const checked = checkBill({ 户号: '', 电话: 'x', 电费: 'y' });
    expect(checked?.ok === false && checked.errors.map(({ field }) => field)).toEqual([
      'accountNo',
      'phone',
      'amount',
    ]);
  });

  it.each([
    ['20.00', '88.50', 2000, undefined],
    ['-20.00', '48.50', -2000, undefined],
    ['20.00', '48.50', -2000, 'balance-is-credit'],
    ['-20.00', '88.50', 2000, 'balance-is-credit'],
    ['20.00', '70.00', 2000, 'sums-differ'],
  ])('take the sign of balance %s from payable %s', (balance, payable, fen, remark) => {
    const checked = checkBill({ 上期余额: balance, 应缴金额: payable });
    expect(checked?.ok === true && checked.remark).toBe(remark);
    expect(checked).toMatchObject({
      ok: true,
      row: { notice: { previousBalanceFen: fen } },
    });
  });

  it('that are blank are left out', () => {
    const headers = mapHeaders(columnsOf('bill-notice', normalise), BILL_HEADERS);
    const cells = BILL_HEADERS.map(() => ' ');
    expect(checker('bill-notice').checkCells({ line: 3, cells }, headers)).toBeUndefined();
    expect(checker('bill-notice').checkCells({ line: 3, cells: [''] }, headers)).toBeUndefined();
  });

  it('with too few or too many cells are refused, surplus blanks are not', () => {
    const headers = mapHeaders(columnsOf('bill-notice', normalise), BILL_HEADERS);
    const cells = Object.values(BILL);
    const check = (row: string[]) => checker('bill-notice').checkCells({ line: 4, cells: row }, headers);
    const refusal = { ok: false, errors: [{ line: 4, field: 'row', code: 'row.column-count' }] };
    expect(check(cells.slice(0, -1))).toMatchObject(refusal);
    expect(check([...cells, 'x'])).toMatchObject(refusal);
    expect(check([...cells, '', ' '])).toMatchObject({ ok: true });
  });

  it('whose quote is open are refused', () => {
    const headers = mapHeaders(columnsOf('bill-notice', normalise), BILL_HEADERS);
    expect(checker('bill-notice').checkCells({ line: 5, broken: 'quote' }, headers)).toMatchObject({
      ok: false,
      errors: [{ line: 5, code: 'row.quote-not-closed' }],
    });
  });
});

describe('rows of arrears reminders', () => {
  const HEADERS =
    'account no,name,phone,kind,language,bill month,arrears,penalty to date,penalty method,total,pay place';
  const headers = mapHeaders(columnsOf('arrears-reminder', normalise), HEADERS.split(','));
  const check = (text: string) =>
    checker('arrears-reminder').checkCells({ line: 2, cells: text.split(',') }, headers);

  it('become contacts of the total', () => {
    expect(
      check('31,Li,13900020001,resident,en,2026/1,100.00,3.10,0.1% a day,103.10,any bank'),
    ).toMatchObject({
      ok: true,
      row: {
        period: '2026-01',
        language: 'en',
        payableFen: 10310,
        notice: {
          arrearsFen: 10000,
          penaltyFen: 310,
          penaltyMethod: '0.1% a day',
          totalFen: 10310,
          payPlace: 'any bank',
        },
      },
    });
  });

  it('whose total is not their sum are refused', () => {
    expect(check('31,Li,13900020001,,,2026-01,100.00,3.10,0.1%,100.00,bank')).toMatchObject({
      ok: false,
      errors: [{ field: 'total', code: 'row.sum-wrong' }],
    });
  });

  it.each(['2026-13', '202600', '01-2026', 'January'])('month %s is refused', (month) => {
    expect(check(`31,Li,13900020001,,,${month},100.00,0,x,100.00,bank`)).toMatchObject({
      errors: [{ field: 'billMonth', code: 'row.bad-month' }],
    });
  });
});

describe('rows of JSON', () => {
  const BILL_JSON = {
    accountNo: '31',
    name: '张三',
    phone: '13900010001',
    readingDate: '2026-02-28',
    registerValue: 10050.3,
    energyKwh: 128,
    amountFen: 6850,
    previousBalanceFen: 0,
    payableFen: 6850,
  };
  const check = (change: Record<string, unknown>) =>
    checker('bill-notice').checkJson({ ...BILL_JSON, ...change }, 1);

  it('have money in fen', () => {
    expect(check({})).toMatchObject({ ok: true, row: { payableFen: 6850, line: 1 } });
  });

  it.each([
    ['amountFen', 68.5, 'row.bad-amount'],
    ['amountFen', '6850', 'row.bad-amount'],
    ['payableFen', 0, 'row.out-of-range'],
    ['payableFen', Number.MAX_SAFE_INTEGER, 'row.out-of-range'],
    ['registerValue', '1', 'row.bad-number'],
    ['registerValue', 1.23456, 'row.bad-number'],
    ['name', 5, 'row.bad-text'],
    ['name', '\ud800', 'row.bad-text'],
    ['accountNo', null, 'row.missing'],
  ])('%s = %j is refused with %s', (field, value, code) => {
    expect(check({ [field]: value })).toMatchObject({ ok: false, errors: [{ field, code, line: 1 }] });
  });

  it('show a bad value in text that any database takes', () => {
    const checked = check({ name: 'a\u0000\ud800' });
    expect(checked.ok === false && checked.errors[0]?.value).toBe('a\uFFFD\uFFFD');
  });
});
