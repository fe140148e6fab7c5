import { letterTemplate } from './built-in-templates';
import { letterText } from './letter-text';
import type { Notice } from './notice';

const bill: Notice = {
  kind: 'bill-notice',
  accountNo: '330012345678',
  balanceFen: 1_005_030,
  readingDate: '2026-02-28',
  registerValue: 12_345.6,
  energyKwh: 12,
  amountFen: 1_007_030,
  previousBalanceFen: -2_000,
  payableFen: 1_005_030,
};
const context = { unit: '城关', customerName: '王建国', dated: '2026-03-02' };

describe('a letter', () => {
  it('tells in figures what the call tells in words', () => {
    expect(letterText(letterTemplate('bill-notice', 'zh-CN'), bill, context)).toEqual({
      title: '电费通知单',
      paragraphs: [
        '尊敬的王建国：',
        '您好！城关供电95598服务热线现将您用电户号330012345678的电费情况通知如下：',
        '抄表日期：2026年2月28日',
        '电表示数：12345.6',
        '本期用电量：12 千瓦时',
        '本期电费：10,070.30 元',
        '上期余额：结余 20.00 元',
        '应交电费：10,050.30 元',
        '请您按期交费。如有疑问，请拨打95598服务热线。谢谢！',
        '城关供电',
        '2026年3月2日',
      ],
    });
  });

  it('tells the balance to who has paid in part', () => {
    const { paragraphs } = letterText(
      letterTemplate('bill-notice', 'zh-CN'),
      { ...bill, balanceFen: 5_030 },
      context,
    );
    expect(paragraphs).toContain('已交：10,000.00 元，还应交：50.30 元');
  });

  it('is written in English', () => {
    const { paragraphs } = letterText(
      letterTemplate('arrears-reminder', 'en'),
      {
        kind: 'arrears-reminder',
        accountNo: '42',
        balanceFen: 100_000_005,
        billMonth: '2026-01',
        arrearsFen: 100_000_000,
        penaltyFen: 5,
        penaltyMethod: '1‰ a day',
        totalFen: 100_000_005,
        payPlace: 'Main Hall',
      },
      { ...context, customerName: 'J. Wang', hotline: '12398' },
    );
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        'Bill of: January 2026',
        'Arrears: 1,000,000.00 yuan',
        'Penalty to date: 0.05 yuan',
        'How the penalty is computed: 1‰ a day',
        'March 2, 2026',
      ]),
    );
  });

  it('does not fit a notice of another kind', () => {
    expect(() => letterText(letterTemplate('arrears-reminder', 'zh-CN'), bill, context)).toThrow(RangeError);
  });
});
