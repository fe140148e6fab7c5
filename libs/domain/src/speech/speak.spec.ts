import fc from 'fast-check';
import { isPause, joinSegments } from './join-segments';
import { SPOKEN_LANGUAGES } from './language';
import { grammarOf } from './speak';
import { speakLiteral } from './speak-literal';
import { speakText } from './speak-text';

const soundness = (segments: string[]) => {
  expect(segments.length).toBeGreaterThan(0);
  for (const segment of segments) {
    expect(segment).not.toMatch(/undefined|NaN|\d/);
    expect(segment.trim()).not.toBe('');
  }
};

describe.each(SPOKEN_LANGUAGES)('anything in range, %s', (language) => {
  const grammar = grammarOf(language);
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('is spoken in words alone', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        soundness(grammar.cardinal(value));
        soundness(grammar.count(value));
        soundness(grammar.money(value));
        soundness(grammar.payable(value));
        soundness(grammar.balance(value));
      }),
    );
  });

  it('is spoken in words alone when it has decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: -9e10, max: 9e10, noNaN: true }), (value) => {
        soundness(grammar.decimal(value));
        soundness(grammar.energy(value));
        soundness(grammar.percent(value));
      }),
    );
  });

  it('is spoken in words alone when it is a day', () => {
    fc.assert(
      fc.property(day, (date) => {
        soundness(grammar.date(date));
        soundness(grammar.month(date.slice(0, 7)));
      }),
    );
  });

  it('is spoken in words alone when it is a moment of a day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        soundness(grammar.moment(date, minute));
      }),
    );
  });

  it('tells two different sums apart', () => {
    const sum = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(sum, sum, (one, other) => {
        fc.pre(one !== other);
        expect(grammar.money(one).join(' ')).not.toBe(grammar.money(other).join(' '));
      }),
    );
  });

  it('never fails on free text, and leaves no figure unspoken', () => {
    const figures = fc.constantFrom(
      '2026-02-31',
      '9999999999999999999',
      '%',
      '元',
      ' ',
      '1.005',
      '0,5',
      '-',
      '二〇',
      '，',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), figures)), (pieces) => {
        for (const segment of speakText(pieces.join(''), language))
          expect(segment).not.toMatch(/[0-9]|undefined/);
      }),
    );
  });
});

describe('a moment of a day', () => {
  it.each([
    [570, '三月二日九点三十分', 'March second at nine thirty a.m.'],
    [840, '三月二日十四点', 'March second at two p.m.'],
    [125, '三月二日两点零五分', 'March second at two oh five a.m.'],
    [0, '三月二日零点', 'March second at twelve a.m.'],
    [1200, '三月二日二十点', 'March second at eight p.m.'],
  ])('at minute %d is spoken %s, %s', (minute, chinese, english) => {
    expect(joinSegments(grammarOf('zh-CN').moment('2026-03-02', minute), 'zh-CN')).toBe(chinese);
    expect(joinSegments(grammarOf('en').moment('2026-03-02', minute), 'en')).toBe(english);
  });

  it.each([-1, 1440, 0.5, NaN])('does not exist at minute %d', (minute) => {
    expect(() => grammarOf('en').moment('2026-03-02', minute)).toThrow('0 to 1439');
  });
});

describe('free text', () => {
  it.each([
    ['自2026年1月16日起按日加收千分之一', '自二零二六年一月十六日起按日加收千分之一'],
    ['自2026-01-16起每日1‰', '自二零二六年一月十六日起每日千分之一'],
    ['每日0.1%', '每日百分之零点一'],
    ['人民路12号城关营业厅', '人民路十二号城关营业厅'],
    ['拨打95598', '拨打九五五九八'],
    ['电话0576-88412345。', '电话零五七六八八四幺二三四五。'],
    ['8-12点', '八至十二点'],
    ['滞纳金10,050.30元', '滞纳金一万零五十元三角'],
    ['２号楼', '二号楼'],
    ['2026-02-30', '二零二六零二三零'],
    ['2026年起执行', '二零二六年起执行'],
    ['预计14:30恢复，9:05前到达', '预计十四点三十分恢复，九点零五分前到达'],
    ['8:00-12:00', '八点至十二点'],
    ['影响12000户', '影响一万二千户'],
    ['拨打95598人工服务', '拨打九五五九八人工服务'],
    ['户号5100123456户名王芳', '户号五一零零一二三四五六户名王芳'],
    ['（）', ''],
  ])('%s is spoken %s', (text, words) => {
    expect(joinSegments(speakText(text, 'zh-CN'), 'zh-CN')).toBe(words);
  });

  it.each([
    ['2小时后恢复', '两小时后恢复'],
    ['等待2分钟', '等待两分钟'],
    ['2个工作日内', '两个工作日内'],
    ['2天、2周、2个月、2年', '两天、两周、两个月、两年'],
    ['2户2人2次2位2台', '两户两人两次两位两台'],
    ['凌晨2点30分', '凌晨两点三十分'],
    ['2-3天', '两至三天'],
    ['1～2小时', '一至两小时'],
    ['2万户', '两万户'],
    ['2元', '两元'],
    ['12个', '十二个'],
    ['22天', '二十二天'],
    ['102人', '一百零二人'],
    ['200米', '二百米'],
    ['2000户', '两千户'],
    ['2.5小时', '二点五小时'],
  ])('before a measure word 2 is 两: %s is spoken %s', (text, words) => {
    expect(joinSegments(speakText(text, 'zh-CN'), 'zh-CN')).toBe(words);
  });

  it.each([
    ['请按2，继续请按2。', '请按二，继续请按二。'],
    ['第2次', '第二次'],
    ['第 2 条', '第二条'],
    ['2月2日', '二月二日'],
    ['人民路2号2栋2单元', '人民路二号二栋二单元'],
    ['2号线2路2级', '二号线二路二级'],
    ['2台区', '二台区'],
    ['A2户', 'A二户'],
  ])('that names, and counts nothing, it stays 二: %s is spoken %s', (text, words) => {
    expect(joinSegments(speakText(text, 'zh-CN'), 'zh-CN')).toBe(words);
  });

  it('keeps a Chinese name inside English apart, for the voice that can say it', () => {
    expect(speakText('counter 3 at 城关供电营业厅, ground floor', 'en')).toEqual([
      'counter',
      'three',
      'at',
      '城关供电营业厅',
      ',',
      'ground floor',
    ]);
  });
});

describe('fixed text', () => {
  it('is cut into sentences, and punctuation after a figure is a pause', () => {
    expect(speakLiteral('。您好！这里是供电，请听。', 'zh-CN')).toEqual([
      '。',
      '您好！',
      '这里是供电，请听。',
    ]);
    expect(speakLiteral('. Hello! Goodbye.', 'en')).toEqual(['.', 'Hello!', 'Goodbye.']);
  });

  it('joins English with spaces, but none before punctuation', () => {
    expect(joinSegments(['You owe', 'two', 'yuan', '.', 'Goodbye.'], 'en')).toBe(
      'You owe two yuan. Goodbye.',
    );
  });

  it('knows a pause from a word', () => {
    expect([isPause('，'), isPause('.'), isPause('元'), isPause('a.')]).toEqual([true, true, false, false]);
  });
});
