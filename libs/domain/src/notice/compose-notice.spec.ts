import fc from 'fast-check';
import { SPOKEN_LANGUAGES } from '../speech';
import { noticeTemplate } from './built-in-templates';
import { composeNotice, partText, scriptText } from './compose-notice';
import type { ArrearsReminder, BillNotice } from './notice';
import { type NoticeScript, SCRIPT_PARTS } from './notice-script';
import { NothingToNotify } from './problems';

const bill: BillNotice = {
  kind: 'bill-notice',
  accountNo: '3300-1234-5678',
  balanceFen: 1_005_030,
  readingDate: '2026-02-28',
  registerValue: 12_345.6,
  energyKwh: 12,
  amountFen: 1_003_030,
  previousBalanceFen: 2_000,
  payableFen: 1_005_030,
};

const arrears: ArrearsReminder = {
  kind: 'arrears-reminder',
  accountNo: '330012345678',
  balanceFen: 10_205,
  billMonth: '2026-01',
  arrearsFen: 10_000,
  penaltyFen: 205,
  penaltyMethod: '自2026年2月1日起每日按欠费的1‰计收。',
  totalFen: 10_205,
  payPlace: '城关供电营业厅，人民路12号',
};

const context = { unit: '城关' };
const zh = noticeTemplate('bill-notice', 'zh-CN');
const heard = (script: NoticeScript, segments = script.essentialSegments) =>
  [...script.parts.opening, ...script.parts.body].slice(0, segments).join('');

describe('a bill notice in Chinese', () => {
  const script = composeNotice(zh, [bill], context);

  it('opens with the prescribed words and asks whether it suits', () => {
    expect(partText(script, 'opening')).toBe(
      '您好！城关供电九五五九八服务热线为您提供电费通知服务。现在不方便接听，请按三。',
    );
  });

  it('tells date, register, energy, amount, previous balance and payable, and nothing else', () => {
    expect(partText(script, 'body')).toBe(
      '抄表日期二零二六年二月二十八日，电表示数一万二千三百四十五点六，本期用电量十二千瓦时，' +
        '本期电费一万零三十元三角，上期欠费二十元，应交电费一万零五十元三角。',
    );
  });

  it('closes with the prescribed words', () => {
    expect(partText(script, 'closing')).toBe('打扰了，谢谢！再见！');
    expect(scriptText(script)).toBe(`${partText(script, 'opening')}\n${partText(script, 'body')}`);
    expect(scriptText(script, ['closing'])).toBe(partText(script, 'closing'));
  });

  it('keeps sentences whole and splits figures, so that other calls use the same clips', () => {
    expect(script.parts.opening).toEqual([
      '您好！',
      '城关供电九五五九八服务热线为您提供电费通知服务。',
      '现在不方便接听，请按三。',
    ]);
    expect(script.parts.body.slice(-7)).toEqual(['一', '万', '零', '五十', '元', '三角', '。']);
    const other = composeNotice(zh, [{ ...bill, amountFen: 100 }], context);
    expect(other.parts.opening).toEqual(script.parts.opening);
  });

  it('counts as heard after the sum to pay', () => {
    expect(heard(script)).toMatch(/应交电费一万零五十元三角。$/);
  });

  it.each([
    [-2_000, '上期结余二十元'],
    [0, '上期余额零元'],
  ])('speaks a previous balance of %d fen as %s', (previousBalanceFen, words) => {
    const body = partText(composeNotice(zh, [{ ...bill, previousBalanceFen }], context), 'body');
    expect(body).toContain(words);
  });

  it('is read though nothing is to be paid, when a credit covers it', () => {
    const covered = { ...bill, previousBalanceFen: -1_010_000, payableFen: -6_970, balanceFen: -6_970 };
    expect(partText(composeNotice(zh, [covered], context), 'body')).toContain(
      '应交电费零元，结余六十九元七角。',
    );
  });
});

describe('a bill paid meanwhile', () => {
  it('reads what was paid and the balance, and counts as heard after the balance', () => {
    const script = composeNotice(zh, [{ ...bill, balanceFen: 5_030 }], context);
    expect(partText(script, 'body')).toMatch(/。您已交一万元，还应交五十元三角。$/);
    expect(heard(script)).toMatch(/还应交五十元三角。$/);
  });

  it('is refused when nothing is left to pay', () => {
    expect(() => composeNotice(zh, [{ ...bill, balanceFen: 0 }], context)).toThrow(NothingToNotify);
  });
});

describe('several notices in one call', () => {
  const second = { ...bill, accountNo: '330000000012', payableFen: 200, balanceFen: 200 };
  const script = composeNotice(zh, [bill, second], context);

  it('opens once and introduces each body by the last four of its account', () => {
    expect(partText(script, 'opening')).toBe(partText(composeNotice(zh, [bill], context), 'opening'));
    expect(partText(script, 'body')).toMatch(
      /^您有两个户号的电费通知。户号尾号五六七八：抄表日期.*三角。户号尾号零零一二：抄表日期.*应交电费两元。$/,
    );
  });

  it('tells for each notice when it counts as heard', () => {
    const [first = 0, last = 0] = script.essentialSegmentsByNotice;
    expect(heard(script, first)).toMatch(/应交电费一万零五十元三角。$/);
    expect(heard(script, last)).toMatch(/应交电费两元。$/);
    expect(script.essentialSegments).toBe(last);
  });
});

describe('an arrears reminder', () => {
  it('tells month, arrears, penalty and method, total, and then where to pay', () => {
    const script = composeNotice(noticeTemplate('arrears-reminder', 'zh-CN'), [arrears], context);
    expect(partText(script, 'opening')).toContain('为您提供欠费提醒服务。');
    expect(partText(script, 'body')).toBe(
      '电费月份二零二六年一月，欠费一百元，截至目前违约金两元零五分，' +
        '违约金计算方法：自二零二六年二月一日起每日按欠费的千分之一计收，合计应交一百零二元零五分。' +
        '交费地点：城关供电营业厅，人民路十二号。',
    );
    expect(heard(script)).toMatch(/合计应交一百零二元零五分。$/);
  });

  it('is spoken in English, but Chinese words of the department in Chinese, figures among them', () => {
    const script = composeNotice(noticeTemplate('arrears-reminder', 'en'), [arrears], { unit: 'Chengguan' });
    expect(partText(script, 'opening')).toBe(
      'Hello! This is the nine five five nine eight service line of Chengguan power supply, calling to ' +
        'remind you of an unpaid electricity bill. If this is not a good time, press three.',
    );
    expect(partText(script, 'body')).toContain(
      'Arrears one hundred yuan. Penalty to date two yuan and five fen,',
    );
    expect(script.parts.body.join('')).toContain('城关供电营业厅，人民路十二号');
    expect(script.parts.body.join('')).toContain('自二零二六年二月一日起每日按欠费的千分之一计收');
    expect(partText(script, 'body')).toMatch(/Total to be paid one hundred and two yuan and five fen\./);
  });

  it('does not fit the template of another kind', () => {
    expect(() => composeNotice(zh, [arrears], context)).toThrow('arrears-reminder does not fit');
  });
});

describe.each(SPOKEN_LANGUAGES)('any bill notice, %s', (language) => {
  const any = fc.record({
    kind: fc.constant('bill-notice' as const),
    accountNo: fc.stringMatching(/^[0-9]{1,20}$/),
    readingDate: fc.constantFrom('2024-02-29', '2026-12-31'),
    registerValue: fc.nat(99_999_999).map((value) => value / 100),
    energyKwh: fc.nat(99_999_999).map((value) => value / 100),
    amountFen: fc.nat(),
    previousBalanceFen: fc.integer(),
    payableFen: fc.integer({ min: 1 }),
    balanceFen: fc.integer({ min: 1 }),
  });

  it('is spoken in words alone, and counts as heard only at a place within it', () => {
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (notices) => {
        const script = composeNotice(noticeTemplate('bill-notice', language), notices, context);
        for (const part of SCRIPT_PARTS) {
          expect(script.parts[part].length).toBeGreaterThan(0);
          expect(partText(script, part)).not.toMatch(/[0-9{}]|undefined/);
        }
        expect(script.essentialSegmentsByNotice).toHaveLength(notices.length);
        expect(script.essentialSegments).toBeGreaterThan(script.parts.opening.length);
        expect(script.essentialSegments).toBeLessThanOrEqual(
          script.parts.opening.length + script.parts.body.length,
        );
      }),
    );
  });
});
