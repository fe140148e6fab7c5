import { highlightOf } from './highlights';
import { searchQueryOf, searchVectorOf } from './search-query';
import { stem, tokensOf } from './tokens';
import { isInForce, moveVersion } from './version-life';
import { findForbidden, variablesOf } from './wording';

const terms = (text: string) => tokensOf(text).map(({ term }) => term);

describe('terms of a text', () => {
  it('are characters and pairs of neighbours, none across punctuation', () => {
    expect(terms('停电，来电')).toEqual(['停', '停电', '电', '来', '来电', '电']);
  });

  it('are whole words and numbers, also where Chinese touches them, in any width and case', () => {
    expect(terms('拨打９５５９８热线 HOTLINE Bills')).toEqual(
      expect.arrayContaining(['拨打', '95598', '热线', 'hotline', 'bill']),
    );
  });

  it('know where they stand', () => {
    const text = '问：断电 now';
    for (const { term, start, end } of tokensOf(text)) expect(text.slice(start, end)).toBe(term);
  });

  it.each([
    ['policies', 'policy'],
    ['bills', 'bill'],
    ['outages', 'outage'],
    ['gas', 'gas'],
    ['bonus', 'bonus'],
    ['access', 'access'],
    ['110kvs', '110kvs'],
  ])('in English take %s for %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });
});

describe('a query', () => {
  it('wants Chinese words as written, of two characters or more', () => {
    expect(searchQueryOf('停电')?.exact).toBe("('停电')");
    expect(searchQueryOf('停电时间 电费')?.exact).toBe("('停电' <-> '电时' <-> '时间') & ('电费')");
  });

  it('wants one character where one is typed, and the beginning of longer English words', () => {
    expect(searchQueryOf('表')?.exact).toBe("('表')");
    expect(searchQueryOf('recon')?.exact).toBe("'recon':*");
    expect(searchQueryOf('kv')?.exact).toBe("'kv'");
  });

  it('finds a question by half of its terms', () => {
    expect(searchQueryOf('怎么交电费')).toMatchObject({
      terms: ["'怎么'", "'么交'", "'交电'", "'电费'"],
      atLeast: 2,
    });
  });

  it.each(['', '  ', '？！', "'&|():*\\"])('of %j is none', (typed) => {
    expect(searchQueryOf(typed)).toBeUndefined();
  });

  it('cannot be made to say something else', () => {
    expect(searchQueryOf("x' | 'y")?.exact).toBe("'x' & 'y'");
  });
});

describe('a vector', () => {
  it('keeps weights and places, with a gap between the parts', () => {
    expect(
      searchVectorOf([
        { text: '电费', weight: 'A' },
        { text: '电', weight: 'D' },
      ]),
    ).toBe("'电':1A,5D '电费':1A '费':2A");
  });

  it('keeps no place that Postgres would refuse', () => {
    const vector = searchVectorOf([{ text: '电'.repeat(20_000), weight: 'D' }]);
    expect(vector).toContain('16383D');
    expect(vector).not.toContain('16384D');
  });
});

describe('an excerpt', () => {
  it('marks what was looked for, touching pairs as one', () => {
    expect(highlightOf('计划停电时间表', '停电时间')).toEqual({ text: '计划停电时间表', marks: [[2, 6]] });
  });

  it('is where most of it is, and says that more is around it', () => {
    const text = `电费。${'其他。'.repeat(100)}交电费的办法：网上交电费。${'其他。'.repeat(50)}`;
    const found = highlightOf(text, '交电费');
    expect(found?.text.startsWith('…') && found.text.endsWith('…')).toBe(true);
    const marked = found?.marks.map(([from, before]) => found.text.slice(from, before));
    expect(marked).toEqual(['交电费', '交电费']);
  });

  it('is none where nothing was found', () => {
    expect(highlightOf('停电', '电费')).toBeUndefined();
  });
});

describe('a version', () => {
  const authors = ['u-wang'];

  it('is approved by somebody else than who wrote it', () => {
    expect(moveVersion({ state: 'submitted', authors }, 'approve', 'u-wang')).toEqual({
      ok: false,
      error: 'own-work',
    });
    expect(moveVersion({ state: 'submitted', authors }, 'approve', 'u-li')).toEqual({
      ok: true,
      value: 'approved',
    });
  });

  it.each([
    ['draft', 'approve'],
    ['draft', 'publish'],
    ['submitted', 'publish'],
    ['published', 'submit'],
    ['retired', 'publish'],
    ['approved', 'retire'],
  ] as const)('that is %s cannot be given to %s', (state, action) => {
    expect(moveVersion({ state, authors }, action, 'u-li')).toEqual({ ok: false, error: 'not-in-state' });
  });

  it('is in force from its first instant until before its last', () => {
    const validFrom = new Date('2026-03-01T00:00:00Z');
    const validUntil = new Date('2026-04-01T00:00:00Z');
    const at = (iso: string) => isInForce({ state: 'published', validFrom, validUntil }, new Date(iso));
    expect(
      ['2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z', '2026-03-31T23:59:59Z', '2026-04-01T00:00:00Z'].map(
        at,
      ),
    ).toEqual([false, true, true, false]);
    expect(isInForce({ state: 'approved', validFrom }, validUntil)).toBe(false);
  });
});

describe('forbidden phrases', () => {
  const phrases = [
    { code: 'F01', wordings: ['喂'] },
    { code: 'F08', wordings: ['不可能', '绝对不可能'] },
    { code: 'F09', wordings: ['这是我们的规定，我也没办法'] },
    { code: 'F12', wordings: ['没办法'] },
  ];
  const found = (text: string) =>
    findForbidden(text, phrases).map(({ code, start, end }) => [code, text.slice(start, end)]);

  it('are found in their longest wording', () => {
    expect(found('这绝对不可能！')).toEqual([['F08', '绝对不可能']]);
  });

  it('are found through other punctuation, and one within another by its own code', () => {
    expect(found('这是我们的规定 我也没办法。')).toEqual([
      ['F09', '这是我们的规定 我也没办法'],
      ['F12', '没办法'],
    ]);
  });

  it('of one character count only where they stand alone', () => {
    expect(found('喂，您好')).toEqual([['F01', '喂']]);
    expect(found('喂养')).toEqual([]);
  });

  it('are all found, also when said twice', () => {
    expect(found('没办法，真没办法')).toHaveLength(2);
    expect(found('有办法')).toEqual([]);
  });
});

test('a script names its variables once each', () => {
  expect(variablesOf('我是{单位}{工号}号，{单位}为您服务')).toEqual(['单位', '工号']);
});
