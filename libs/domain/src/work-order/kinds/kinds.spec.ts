import { parseKindDefinition } from './parse-kind-definition';
import { STANDARD_KINDS } from './standard-kinds';
import { WORK_ORDER_KINDS } from './vocabulary';

describe('the standard kinds', () => {
  it.each(WORK_ORDER_KINDS)('%s is a definition that an operator could set', (kind) => {
    const { kind: _, ...document } = STANDARD_KINDS[kind];
    expect(parseKindDefinition(kind, JSON.parse(JSON.stringify(document)))).toEqual({
      ok: true,
      value: STANDARD_KINDS[kind],
    });
  });

  it.each(WORK_ORDER_KINDS)('%s can be urged, noted, reopened and never ends in between', (kind) => {
    const { transitions, stages } = STANDARD_KINDS[kind];
    const unfinished = stages.filter(({ final }) => final !== true).map(({ name }) => name);
    for (const on of ['urged', 'noted', 'merged', 'closed-with-parent', 'interim-replied'] as const) {
      const from = transitions.filter((rule) => rule.on === on).flatMap((rule) => rule.from);
      expect([on, unfinished.filter((stage) => !from.includes(stage))]).toEqual([on, []]);
    }
    expect(transitions.find(({ on }) => on === 'reopened')?.from).toEqual(['closed']);
  });
});

describe('a definition', () => {
  const { kind: _, ...standard } = STANDARD_KINDS.suggestion;
  const problems = (changed: object) => {
    const parsed = parseKindDefinition('suggestion', { ...standard, ...changed });
    return parsed.ok ? [] : parsed.error.map(({ path, problem }) => `${path} ${problem}`);
  };
  const names = { 'zh-CN': '一', en: 'one' };

  it('is refused with every fault named', () => {
    expect(problems({ initial: 'nowhere' })).toEqual([
      expect.stringMatching(/^initial must be one of received/),
    ]);
    expect(problems({ stages: [...standard.stages, { name: 'lost', names }] })).toEqual([
      'stages[7].name lost is reached by no transition',
    ]);
    expect(problems({ transitions: [{ on: 'flown', from: ['nowhere'], to: 'moon' }] })).toEqual([
      expect.stringMatching(/^transitions\[0\]\.on must be one of/),
      expect.stringMatching(/^transitions\[0\]\.from must have each of these/),
      expect.stringMatching(/^transitions\[0\]\.to must be one of/),
    ]);
    expect(problems({ needs: ['shoe-size'], colour: 'red' })).toHaveLength(2);
  });

  it('must lead to an end', () => {
    const endless = standard.stages.map(({ name, names: words }) => ({ name, names: words }));
    expect(problems({ stages: endless })).toEqual(
      ['stages must have one that is final'].concat('transitions must lead to a stage that is final'),
    );
  });
});
