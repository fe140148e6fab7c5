import { lotOf } from '../shared';
import { type BlueprintPart, drawPaper } from './draw-paper';
import type { BankQuestion } from './paper';

const question = (code: string, more: Partial<BankQuestion> = {}): BankQuestion => ({
  code,
  version: 1,
  topic: '投诉的定义',
  difficulty: 'easy',
  kind: 'single',
  text: `${code}?`,
  options: ['一', '二', '三'],
  key: { correct: [1] },
  ...more,
});
const part = (count: number, more: Partial<BlueprintPart> = {}): BlueprintPart => ({
  count,
  pointsEach: 5,
  ...more,
});
const codes = (result: ReturnType<typeof drawPaper>): readonly string[] =>
  result.ok ? result.value.map(({ questionCode }) => questionCode) : [];
const TOPICS = ['甲', '乙', '丙'];
const LEVELS = ['easy', 'medium', 'hard'] as const;

/** A bank and a blueprint made by lot, for many rounds. */
function anyCase(round: number) {
  const lot = (thing: string, below: number) => Math.floor(lotOf(`case ${round}`, thing) * below);
  const bank = Array.from({ length: 5 + lot('size', 30) }, (_, at) =>
    question(`q${at}`, {
      topic: TOPICS[lot(`t${at}`, 3)] ?? '甲',
      difficulty: LEVELS[lot(`d${at}`, 3)] ?? 'easy',
    }),
  );
  const blueprint = Array.from({ length: 1 + lot('parts', 4) }, (_, at) =>
    part(1 + lot(`c${at}`, 4), {
      ...(lot(`ht${at}`, 2) === 1 && { topic: TOPICS[lot(`pt${at}`, 3)] ?? '甲' }),
      ...(lot(`hd${at}`, 2) === 1 && { difficulty: LEVELS[lot(`pd${at}`, 3)] ?? 'easy' }),
    }),
  );
  return { bank, blueprint };
}

describe('a paper by blueprint', () => {
  it('is the same for the same bank, blueprint and seed in whatever order the bank comes, and another by another seed', () => {
    const bank = Array.from({ length: 40 }, (_, at) => question(`q${at}`));
    const first = drawPaper(bank, [part(10)], 'seed');
    expect(drawPaper([...bank].reverse(), [part(10)], 'seed')).toEqual(first);
    expect(codes(drawPaper(bank, [part(10)], 'another'))).not.toEqual(codes(first));
  });

  it.each(Array.from({ length: 150 }, (_, round) => round))(
    'has what each part asks for, no question twice, or says what is short (case %i)',
    (round) => {
      const { bank, blueprint } = anyCase(round);
      const drawn = drawPaper(bank, blueprint, `seed ${round}`);
      const wanted = blueprint.reduce((sum, { count }) => sum + count, 0);
      if (!drawn.ok) {
        const free = blueprint.every(
          ({ topic, difficulty }) => topic === undefined && difficulty === undefined,
        );
        // Without filters only the size of the bank can stop it.
        if (free) expect(bank.length).toBeLessThan(wanted);
        expect(drawn.error.every(({ found, wanted: asked }) => found < asked)).toBe(true);
        return;
      }
      expect(new Set(codes(drawn)).size).toBe(wanted);
      let at = 0;
      for (const { count, topic, difficulty } of blueprint) {
        for (const item of drawn.value.slice(at, at + count)) {
          expect(item.topic).toBe(topic ?? item.topic);
          expect(item.difficulty).toBe(difficulty ?? item.difficulty);
        }
        at += count;
      }
      expect(drawn.value.map(({ no }) => no)).toEqual(drawn.value.map((_, place) => place + 1));
    },
  );

  it('finds a drawing when a wide part stands before a narrow one that needs its questions', () => {
    const bank = [question('a', { topic: '甲' }), question('b', { topic: '乙' })];
    for (let seed = 0; seed < 20; seed++) {
      const drawn = drawPaper(bank, [part(1), part(1, { topic: '甲' })], String(seed));
      expect(codes(drawn)).toEqual(['b', 'a']);
    }
  });

  it('tells which part is short, and by how many', () => {
    const drawn = drawPaper([question('a')], [part(1), part(2, { topic: '没有' })], 's');
    expect(drawn).toEqual({ ok: false, error: [{ part: 1, wanted: 2, found: 0 }] });
  });

  it('shuffles the options by the seed, and the key goes with them', () => {
    const bank = [question('a', { kind: 'multiple', key: { correct: [0, 2] } })];
    const orders = new Set<string>();
    for (let seed = 0; seed < 30; seed++) {
      const drawn = drawPaper(bank, [part(1)], String(seed));
      const item = drawn.ok ? drawn.value[0] : undefined;
      orders.add(item?.options.map(({ text }) => text).join() ?? '');
      const right = item?.options.filter(({ id }) => item.key.options?.includes(id)).map(({ text }) => text);
      expect(right?.sort()).toEqual(['一', '三']);
    }
    expect(orders.size).toBeGreaterThan(3);
  });
});
