import {
  CellRefusal,
  headerNames,
  mapHeaders,
  phoneNormaliser,
  plainHeader,
  RowChecker,
} from '@switchyard/platform';
import { ARREARS_REGISTER } from './arrears';
import { BILLS_REGISTER } from './bills';
import { customersRegister } from './customers';
import { outagesRegister } from './outages';
import { readInstant } from './read-cells';

const CUSTOMERS = customersRegister(phoneNormaliser());
const OUTAGES = outagesRegister(new Set(['320102']));

describe('headers of a register', () => {
  it.each([CUSTOMERS, BILLS_REGISTER, ARREARS_REGISTER, OUTAGES])(
    'of $kind: no name means two columns',
    ({ columns }) => {
      const owners = new Map<string, string>();
      for (const column of columns) {
        for (const name of new Set(headerNames(column).map(plainHeader))) {
          expect([name, owners.get(name)]).toEqual([name, undefined]);
          owners.set(name, column.field);
        }
      }
    },
  );
});

describe('a day and a time', () => {
  it.each([
    ['2026-03-02 09:30', '2026-03-02T01:30:00.000Z'],
    ['2026-03-02 9:30:15', '2026-03-02T01:30:15.000Z'],
    ['2026/3/2 00:00', '2026-03-01T16:00:00.000Z'],
    ['2026年3月2日 24:00', '2026-03-02T16:00:00.000Z'],
    ['２０２６-０３-０２ ０９：３０', '2026-03-02T01:30:00.000Z'],
    ['2026-03-02T09:30:00+08:00', '2026-03-02T01:30:00.000Z'],
    ['2026-03-02T01:30:00Z', '2026-03-02T01:30:00.000Z'],
    ['2026-03-02 01:30:00.5Z', '2026-03-02T01:30:00.500Z'],
  ])('%s is %s', (text, instant) => expect(readInstant(text)).toBe(instant));

  it.each([
    '2026-03-02',
    '2026-02-30 09:30',
    '2026-03-02 24:30',
    '2026-03-02 9:75',
    '9:30',
    '2026-13-02T09:30:00Z',
    'x',
  ])('%s is none', (text) => expect(readInstant(text)).toBeInstanceOf(CellRefusal));
});

describe('rows of customers', () => {
  const headers = ['户号', '户名', '绑定电话', '重要客户', '价值等级', '名单标识'];
  const map = mapHeaders(CUSTOMERS.columns, headers);
  const checker = new RowChecker(CUSTOMERS.columns, CUSTOMERS.assemble);
  const check = (...cells: string[]) => checker.checkCells({ line: 2, cells }, map);

  it.each([
    ['13900010001', ['+8613900010001']],
    ['13900010001;139 0001 0001；025-87654321', ['+8613900010001', '+862587654321']],
    ['+8613900010001、+85221234567', ['+8613900010001', '+85221234567']],
    ['13900010001\n13900010002', ['+8613900010001', '+8613900010002']],
  ])('have bound numbers %j', (text, phones) => {
    expect(check('A-1', '王芳', text, '', '', '')).toMatchObject({ ok: true, row: { phones } });
  });

  it.each([
    ['139', 'row.bad-phone'],
    ['95598', 'row.bad-phone'],
    ['025-87654321转12', 'row.bad-phone'],
    [Array.from({ length: 11 }, (_, serial) => 13_900_010_001 + serial).join(';'), 'row.out-of-range'],
  ])('are refused with the numbers %s: %s', (text, code) => {
    expect(check('A-1', '王芳', text, '', '', '')).toMatchObject({
      ok: false,
      errors: [{ field: 'phones', code }],
    });
  });

  it('tell nothing of what they leave out', () => {
    expect(check('A-1', '王芳', '', '', '', '')).toEqual({
      ok: true,
      row: { line: 2, accountNo: 'A-1', name: '王芳' },
    });
  });

  it('have their standing in three fields', () => {
    expect(check('A-1', '王芳', '', '是', '高端', '黑名单')).toMatchObject({
      row: { important: true, valueTier: 'high', listFlag: 'black' },
    });
    expect(check('A-1', '王芳', '', '也许', 'x', 'y')).toMatchObject({
      errors: [{ field: 'valueTier' }, { field: 'listFlag' }, { field: 'important' }],
    });
  });
});

describe('rows of outages', () => {
  it('are told apart by their reference, whatever its characters', () => {
    const row = { reference: '停电-1', line: 2 } as Parameters<typeof OUTAGES.keyOf>[0];
    expect(OUTAGES.keyOf(row)[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(OUTAGES.keyOf({ ...row, reference: '停电-2' })).not.toEqual(OUTAGES.keyOf(row));
  });
});
