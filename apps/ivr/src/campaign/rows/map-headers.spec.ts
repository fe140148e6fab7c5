import { BATCH_KINDS } from '@switchyard/domain';
import {
  countKnownHeaders,
  headerNames,
  mapHeaders,
  phoneNormaliser,
  plainHeader,
  UnreadableTable,
} from '@switchyard/platform';
import { columnsOf } from './kind-columns';

const BILL = columnsOf('bill-notice', phoneNormaliser());
const CHINESE = ['户号', '户名', '电话', '抄表日期', '示数', '电量', '电费', '上期余额', '应缴金额'];

function refusal(headers: string[]): UnreadableTable {
  try {
    mapHeaders(BILL, headers);
  } catch (error) {
    if (error instanceof UnreadableTable) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('headers of a file', () => {
  it.each(BATCH_KINDS)('of %s: no name means two columns', (kind) => {
    const owners = new Map<string, string>();
    for (const column of columnsOf(kind, phoneNormaliser())) {
      for (const name of new Set(headerNames(column).map(plainHeader))) {
        expect([name, owners.get(name)]).toEqual([name, undefined]);
        owners.set(name, column.field);
      }
    }
  });

  it('may be Chinese, in any order, with units and blanks', () => {
    const headers = ['应缴金额（元）', '户 号', ...CHINESE.slice(1, -1), '备注'];
    const map = mapHeaders(BILL, headers);
    expect(map.indexes[BILL.findIndex(({ field }) => field === 'payable')]).toBe(0);
    expect(map.indexes[BILL.findIndex(({ field }) => field === 'accountNo')]).toBe(1);
    expect(map.unknown).toEqual(['备注']);
    expect(map.width).toBe(10);
  });

  it('may be English in any spelling', () => {
    const headers = [
      'Account No.',
      'NAME',
      'Phone',
      'reading_date',
      'Register-Value',
      'Energy (kWh)',
      'Amount',
      'previousBalance',
      'Payable',
    ];
    expect(mapHeaders(BILL, headers).unknown).toEqual([]);
    expect(countKnownHeaders(BILL, headers)).toBe(9);
  });

  it('that lack a required column refuse the file, naming it and what it may be called', () => {
    const error = refusal(CHINESE.filter((name) => name !== '电话' && name !== '电量'));
    expect(error.code).toBe('import.column-missing');
    expect(error.text['zh-CN']).toContain('电话、电量');
    expect(error.text.en).toContain('phone, energy kwh');
    expect(error.details?.missing).toEqual([
      { field: 'phone', accepted: expect.arrayContaining(['电话', 'phone', '手机号码']) },
      { field: 'energyKwh', accepted: expect.arrayContaining(['电量', 'kwh']) },
    ]);
  });

  it('that name a column twice refuse the file', () => {
    expect(refusal([...CHINESE, '手机']).code).toBe('import.column-twice');
  });
});
