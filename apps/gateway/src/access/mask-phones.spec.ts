import { maskPhones } from './mask-phones';

describe('masking telephone numbers', () => {
  it('masks an E.164 number in any string of any depth', () => {
    expect(maskPhones({ items: [{ number: '+8613900010001' }, 'call +8613900010002 again'] })).toEqual({
      items: [{ number: '+86139****0001' }, 'call +86139****0002 again'],
    });
  });

  it('masks what a telephone property holds, however it is written', () => {
    expect(maskPhones({ phone: '010-88886666', phones: ['13900010001'] })).toEqual({
      phone: '010-****6666',
      phones: ['139****0001'],
    });
  });

  it('masks a bare mobile number in free text and leaves ids, accounts and figures alone', () => {
    const id = '13900010-0011-4000-8000-139000100011';
    expect(
      maskPhones({ text: '请回电13900010001，谢谢', accountNo: '13900010001', id, amountFen: 13900010001 }),
    ).toEqual({
      text: '请回电139****0001，谢谢',
      accountNo: '13900010001',
      id,
      amountFen: 13900010001,
    });
  });
});
