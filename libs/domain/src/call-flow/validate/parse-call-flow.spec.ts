import document from '../default-flow/default-call-flow.json';
import type { FlowProblemCode } from '../document/flow-problem';
import { parseCallFlow } from '../document/parse-call-flow';

type Json = Record<string, unknown>;

const says = (text: string) => [{ 'zh-CN': text, en: text }];
const hangUp = { kind: 'hang-up' };
const menu = (...choices: Json[]) => ({ kind: 'menu', say: says('menu'), choices });
const say = (next: string, text = 'said') => ({ kind: 'say', say: says(text), next });
const turn = (next: string) => ({ kind: 'set-language', language: 'en', next });
const queue = {
  kind: 'queue',
  queue: 'general',
  maxWaitSeconds: 60,
  left: { served: 'end', timeout: 'end', full: 'end', empty: 'end', 'call-back': 'end', unavailable: 'end' },
};
const identify = {
  kind: 'identify',
  which: says('which'),
  account: says('account'),
  password: says('password'),
  wrong: says('wrong'),
  identified: 'end',
  failed: 'end',
  locked: 'end',
  unavailable: 'end',
};
const lookUp = (what: string, found: string) => ({
  kind: 'look-up',
  what,
  found,
  notFound: 'end',
  unavailable: 'end',
});

const flow = (nodes: Json, changes: Json = {}): Json => ({
  format: 1,
  name: 'test',
  settings: { keyWaitSeconds: 6, betweenKeysSeconds: 4, tries: 3 },
  entries: [{ name: 'general', language: 'zh-CN', start: 'start' }],
  human: 'human',
  strikes: 'end',
  wrongKey: says('wrong'),
  missingKey: says('none'),
  nodes: { start: menu({ key: '1', next: 'end' }), human: queue, end: hangUp, ...nodes },
  ...changes,
});

function problemsOf(given: unknown): [path: string, code: FlowProblemCode][] {
  const parsed = parseCallFlow(given);
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => [path, code]);
}

describe('a call-flow document', () => {
  it('is taken when nothing is wrong with it', () => {
    expect(problemsOf(flow({}))).toEqual([]);
  });

  it.each([[null], ['text'], [[]], [{}]])('is no document: %j', (given) => {
    expect(problemsOf(given).map(([, code]) => code)).toContain('malformed');
  });

  it.each<[string, Json, [string, FlowProblemCode][]]>([
    ['another format', flow({}, { format: 2 }), [['format', 'unknown-format']]],
    ['a field misspelt', flow({}, { strike: 'end' }), [['strike', 'malformed']]],
    [
      'a wait out of range',
      flow({}, { settings: { keyWaitSeconds: 99, betweenKeysSeconds: 4, tries: 3 } }),
      [['settings.keyWaitSeconds', 'out-of-range']],
    ],
    ['an unknown kind', flow({ start: { kind: 'speak' } }), [['nodes.start.kind', 'unknown-kind']]],
    [
      'an unknown look-up',
      flow({ start: lookUp('salary', 'end') }),
      [['nodes.start.what', 'unknown-look-up']],
    ],
    [
      'one language only',
      flow({ start: { ...say('end'), say: [{ 'zh-CN': '您好' }] } }),
      [['nodes.start.say[0].en', 'missing-language']],
    ],
    [
      'a key that is none',
      flow({ start: menu({ key: '*', next: 'end' }) }),
      [['nodes.start.choices[0].key', 'malformed']],
    ],
    ['a name with capitals', flow({ Start: hangUp }), [['nodes.Start', 'malformed']]],
    [
      'a queue that is not there',
      flow({ human: { ...queue, queue: 'moon' } }),
      [['nodes.human.queue', 'unknown-word']],
    ],
  ])('is malformed by %s', (_, given, problems) => {
    expect(problemsOf(given)).toEqual(problems);
  });

  it.each<[string, Json, [string, FlowProblemCode][]]>([
    [
      'a choice to nowhere',
      flow({ start: menu({ key: '1', next: 'lost' }) }),
      [['nodes.start.choices[0].next', 'unknown-node']],
    ],
    [
      'an entry to nowhere',
      flow({}, { entries: [{ name: 'a', language: 'en', start: 'lost' }] }),
      [['entries[0].start', 'unknown-node']],
    ],
    ['no way to a human', flow({}, { human: 'lost' }), [['human', 'unknown-node']]],
    [
      'no place for three strikes',
      flow({}, { strikes: undefined }),
      [['nodes.start.strikes', 'missing-strikes']],
    ],
    [
      'two choices of one key',
      flow({ start: menu({ key: '1', next: 'end' }, { key: '1', next: 'human' }) }),
      [['nodes.start.choices[1].key', 'double-key']],
    ],
    [
      'two entries of one name',
      flow(
        {},
        {
          entries: [
            { name: 'a', language: 'en', start: 'start' },
            { name: 'a', language: 'en', start: 'end' },
          ],
        },
      ),
      [['entries[1].name', 'double-entry']],
    ],
    ['a node that nothing leads to', flow({ alone: say('end') }), [['nodes.alone', 'unreachable-node']]],
    [
      'a circle without a key',
      flow({ start: turn('again'), again: turn('start') }),
      [
        ['nodes.start', 'no-end'],
        ['nodes.end', 'unreachable-node'],
        ['nodes.again', 'no-end'],
        ['nodes.start', 'loop-without-input'],
      ],
    ],
    [
      'a circle through the queue',
      flow({ human: { ...queue, left: { ...queue.left, timeout: 'human' } } }),
      [['nodes.human', 'loop-without-input']],
    ],
    [
      'a circle through three strikes',
      flow({ start: { ...menu({ key: '1', next: 'end' }), strikes: 'again' }, again: say('start') }),
      [['nodes.start', 'loop-without-input']],
    ],
    [
      'an unknown variable',
      flow({ start: say('end', 'pay {bill.total}') }),
      [['nodes.start.say[0]', 'unknown-variable']],
    ],
    [
      'an unknown list',
      flow({ start: { ...say('end'), say: [{ ...says('x')[0], each: 'bills' }] } }),
      [['nodes.start.say[0].each', 'unknown-variable']],
    ],
    [
      'a brace without partner',
      flow({ start: say('end', 'pay {unit') }),
      [
        ['nodes.start.say[0].zh-CN', 'stray-brace'],
        ['nodes.start.say[0].en', 'stray-brace'],
      ],
    ],
    [
      'private data of whoever calls',
      flow({ start: lookUp('bill', 'end') }),
      [['nodes.start.what', 'private-without-identity']],
    ],
    [
      'private data where one way only proves identity',
      flow({
        start: menu({ key: '1', next: 'who' }, { key: '2', next: 'bill' }),
        who: { ...identify, identified: 'bill' },
        bill: lookUp('bill', 'end'),
      }),
      [['nodes.bill.what', 'private-without-identity']],
    ],
    [
      'private data after identity was not proved',
      flow({
        start: { ...identify, failed: 'bill' },
        bill: lookUp('bill', 'end'),
      }),
      [['nodes.bill.what', 'private-without-identity']],
    ],
    [
      'private data of a caller who was forgotten',
      flow({
        start: { ...identify, identified: 'forget' },
        forget: { kind: 'forget-caller', forgotten: 'bill', failed: 'end' },
        bill: lookUp('bill', 'end'),
      }),
      [['nodes.bill.what', 'private-without-identity']],
    ],
    [
      'a value that one way does not bring',
      flow({
        start: { ...identify, identified: 'bill' },
        bill: { ...lookUp('bill', 'told'), notFound: 'told' },
        told: say('end', 'pay {bill.payable}'),
      }),
      [['nodes.told.say[0]', 'unset-variable']],
    ],
    [
      'the value of another account',
      flow({
        start: { ...identify, identified: 'bill' },
        bill: lookUp('bill', 'other'),
        other: { ...identify, by: 'password', identified: 'told' },
        told: say('end', 'pay {bill.payable}'),
      }),
      [['nodes.told.say[0]', 'unset-variable']],
    ],
    [
      'a query code that was not asked for',
      flow({ start: { ...lookUp('case-progress', 'end'), with: 'code' } }),
      [['nodes.start.with', 'unset-variable']],
    ],
    [
      'progress by no code',
      flow({ start: lookUp('case-progress', 'end') }),
      [['nodes.start.with', 'unset-variable']],
    ],
    [
      'anonymity without forgetting',
      flow({
        start: {
          kind: 'open-work-order',
          order: 'complaint',
          text: 'x',
          anonymous: true,
          opened: 'end',
          failed: 'end',
        },
      }),
      [['nodes.start.anonymous', 'not-anonymous']],
    ],
    [
      'an application of no kind',
      flow({
        start: { kind: 'open-work-order', order: 'application', text: 'x', opened: 'end', failed: 'end' },
      }),
      [['nodes.start.application', 'unset-variable']],
    ],
    [
      'a kind of application that does not exist',
      flow({
        start: menu({ key: '1', set: { application: 'moon' }, next: 'apply' }),
        apply: {
          kind: 'open-work-order',
          order: 'application',
          text: 'x',
          application: 'application',
          opened: 'end',
          failed: 'end',
        },
      }),
      [['nodes.start.choices[0].set.application', 'unknown-word']],
    ],
    [
      'a tier that does not exist',
      flow({
        start: {
          kind: 'branch',
          on: 'value-tier',
          cases: [{ is: ['gold'], next: 'end' }],
          otherwise: 'human',
        },
      }),
      [['nodes.start.cases[0].is[0]', 'unknown-word']],
    ],
    [
      'a time that ends before it begins',
      flow({
        start: {
          kind: 'branch',
          on: 'time-of-day',
          cases: [{ is: ['18:00-08:00'], next: 'end' }],
          otherwise: 'human',
        },
      }),
      [['nodes.start.cases[0].is[0]', 'unknown-word']],
    ],
    [
      'fewer digits than none',
      flow({
        start: { kind: 'collect', say: says('x'), into: 'code', minDigits: 5, maxDigits: 4, next: 'end' },
      }),
      [['nodes.start.minDigits', 'out-of-range']],
    ],
  ])('is refused for %s', (_, given, problems) => {
    const found = problemsOf(JSON.parse(JSON.stringify(given)));
    const unasked = ({ 0: path, 1: code }: readonly [string, FlowProblemCode]) =>
      path === 'nodes.human' && code === 'unreachable-node';
    expect(found.filter((problem) => !unasked(problem))).toEqual(problems);
  });

  it('may look up private data on every way that proves identity', () => {
    const nodes = {
      start: menu({ key: '1', next: 'who' }, { key: '2', next: 'other' }),
      who: { ...identify, identified: 'bill' },
      other: { ...identify, by: 'password', identified: 'bill' },
      bill: lookUp('bill', 'told'),
      told: say('end', 'pay {bill.payable}, {caller.number}'),
    };
    expect(problemsOf(flow(nodes))).toEqual([]);
  });

  it('says for every problem what to do', () => {
    const parsed = parseCallFlow(flow({ start: menu({ key: '1', next: 'lost' }) }));
    expect(parsed).toMatchObject({
      ok: false,
      error: [{ remedy: 'there is no node "lost": add it to nodes, or name another' }],
    });
  });

  it('tells everything that is wrong at once', () => {
    const nodes = {
      start: menu({ key: '1', next: 'lost' }, { key: '1', next: 'end' }),
      told: say('gone', '{nothing}'),
    };
    expect(problemsOf(flow(nodes)).map(([, code]) => code)).toEqual([
      'unknown-node',
      'unknown-node',
      'double-key',
      'unknown-variable',
    ]);
  });

  it('never makes the parser fail, whatever is taken out of it', () => {
    const takeOut = (value: unknown, depth: number): void => {
      if (typeof value !== 'object' || value === null || depth > 4) return;
      for (const field of Object.keys(value)) {
        const record = value as Json;
        const kept = record[field];
        for (const instead of [undefined, null, 7, 'lost', [], {}]) {
          record[field] = instead;
          expect(typeof parseCallFlow(small).ok).toBe('boolean');
        }
        record[field] = kept;
        takeOut(kept, depth + 1);
      }
    };
    const small = flow({ start: menu({ key: '1', next: 'who' }), who: identify });
    takeOut(small, 0);
    expect(problemsOf(small)).toEqual([]);
  });
});

describe('the default flow', () => {
  it('is as it was written: nothing the parser did changed it', () => {
    const parsed = parseCallFlow(document);
    expect(parsed.ok && parsed.value.document).toEqual(document);
  });
});
