import { FATE_NAMES, FATES, labNumber } from './fates';
import { callerScenario } from './caller-scenario';
import { subscriberScenario } from './scenario';

describe('numbers of the lab', () => {
  it('carry the fate and a serial', () => {
    expect(labNumber('confirms', 7)).toBe('+8613900020007');
    expect(labNumber('answers-slowly', 0)).toBe('+8613900320000');
  });

  it.each([-1, 10_000, 1.5])('have no serial %p', (serial) => {
    expect(() => labNumber('busy', serial)).toThrow(RangeError);
  });

  it('have one fate for each code', () => {
    expect(new Set(FATE_NAMES.map((name) => FATES[name].code)).size).toBe(FATE_NAMES.length);
  });
});

describe('the subscribers’ scenario', () => {
  const scenario = subscriberScenario();
  const labels = [...scenario.matchAll(/<label id="([^"]+)"/g)].map(([, id]) => id);

  it('has every place that it jumps to, once', () => {
    const targets = [...scenario.matchAll(/(?:next|ontimeout)="([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !labels.includes(id))).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('recognises every fate', () => {
    for (const name of FATE_NAMES) expect(scenario).toContain(`8613900${FATES[name].code}[0-9]{4}`);
  });
});

describe('a caller’s scenario', () => {
  it.each([
    { from: '"><x', to: '95598' },
    { from: '1', to: 'a b' },
    { from: '1', to: '2', keys: [{ key: ']]>', afterMs: 1 }] },
  ])('refuses what would break out of it: %j', (call) => {
    expect(() => callerScenario(call)).toThrow(RangeError);
  });
});
