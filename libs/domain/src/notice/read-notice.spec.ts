import { NoticeInvalid } from './problems';
import { readNotice } from './read-notice';

const account = { accountNo: '3300', balanceFen: 5_030 };
const data = {
  readingDate: '2026-02-28',
  registerValue: 100,
  energyKwh: 12.5,
  amountFen: 5_030,
  previousBalanceFen: -1,
  payableFen: 5_030,
};

function fieldsRefused(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof NoticeInvalid) return error.problems.map(({ field }) => field);
    throw error;
  }
  return [];
}

describe('a stored notice', () => {
  it('is read with the fields of its kind, and no others', () => {
    expect(readNotice('bill-notice', account, { ...data, colour: 'red' })).toEqual({
      kind: 'bill-notice',
      ...account,
      ...data,
    });
  });

  it('is refused naming every field that is missing or wrong', () => {
    const broken = {
      ...data,
      readingDate: '2026-02-30',
      energyKwh: -1,
      amountFen: 1.5,
      payableFen: undefined,
    };
    expect(fieldsRefused(() => readNotice('bill-notice', account, broken))).toEqual([
      'readingDate',
      'energyKwh',
      'amountFen',
      'payableFen',
    ]);
  });

  it('is refused as an arrears reminder when it has no month, method or place', () => {
    expect(
      fieldsRefused(() =>
        readNotice(
          'arrears-reminder',
          { accountNo: '--', balanceFen: 1 },
          {
            arrearsFen: 1,
            penaltyFen: -1,
            totalFen: 1,
            payPlace: ' ',
          },
        ),
      ),
    ).toEqual(['accountNo', 'billMonth', 'penaltyFen', 'penaltyMethod', 'payPlace']);
  });
});
