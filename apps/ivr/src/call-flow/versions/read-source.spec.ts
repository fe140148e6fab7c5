import { documentHash, readSource } from './read-source';

function refusalOf(source: string): unknown {
  try {
    return readSource(source);
  } catch (error) {
    return error;
  }
}

const refused = { code: 'call-flow.unreadable' };

describe('the source of a call flow', () => {
  it('is the same document in JSON and in YAML', () => {
    const yaml = readSource('name: hotline\nnodes:\n  main:\n    kind: say\n');
    const json = readSource('{"nodes": {"main": {"kind": "say"}}, "name": "hotline"}');
    expect(yaml).toEqual(json);
    expect(documentHash(yaml)).toBe(documentHash(json));
  });

  it('has another hash when a list is in another order', () => {
    expect(documentHash({ a: [1, 2] })).not.toBe(documentHash({ a: [2, 1] }));
  });

  it('keeps words such as yes and dates as they were written', () => {
    expect(readSource('a: yes\nb: 2026-01-01')).toEqual({ a: 'yes', b: '2026-01-01' });
  });

  it('names the line of what cannot be read', () => {
    expect(refusalOf('a: 1\nb: [1')).toMatchObject({ ...refused, details: { line: 2 } });
  });

  it.each(['{"a": ', '- 1\n- 2', 'just words', 'null', '!!js/function "x"', '{}{}'])(
    'refuses %j',
    (source) => {
      expect(refusalOf(source)).toMatchObject(refused);
    },
  );

  it('refuses aliases that stand for billions of values', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const before = level === 0 ? '1' : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array(9).fill(before).join(', ')}]`;
    });
    expect(refusalOf(levels.join('\n'))).toMatchObject(refused);
  });
});
