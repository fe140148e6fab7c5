import { parseClockPolicy } from './parse-clock-policy';
import { STANDARD_CLOCK_POLICIES } from './standard/standard-policies';

const SOUND = STANDARD_CLOCK_POLICIES.find(({ id }) => id === 'L15')!;
const problems = (changed: object): string[] => {
  const parsed = parseClockPolicy({ ...SOUND, ...changed });
  return parsed.ok ? [] : parsed.error.map(({ path, problem }) => `${path}: ${problem}`);
};
const target = (changed: object) => ({ target: { ...SOUND.target, ...changed } });
const level = (changed: object) => ({ levels: [{ ...SOUND.levels[0], ...changed }] });

test('a sound policy', () => {
  expect(problems({})).toEqual([]);
});

test.each<[string, object, string]>([
  ['a name that is no limit', { id: 'X1' }, 'id: must be a limit'],
  ['a limit that is another', { limit: 'L14' }, 'limit: must be the number that id begins with'],
  ['no name', { nameZh: ' ' }, 'nameZh: must be a name'],
  ['an unknown subject', { subject: 'invoice' }, 'subject: must be one of'],
  ['a stage that is no word', { stage: 'Department result' }, 'stage: must be a word'],
  ['no event that starts it', { start: [] }, 'start: must name at least one event'],
  ['no event that meets it', { met: [] }, 'met: must name at least one event'],
  ['no time', target({ value: 0 }), 'target.value: must be a whole number'],
  ['half a day', target({ value: 1.5 }), 'target.value: must be a whole number'],
  ['an unknown unit', target({ unit: 'hours' }), 'target.unit: must be one of'],
  ['a given time without a field', { target: { unit: 'given', daysBefore: 0 } }, 'target.field: must be'],
  ['a condition without a value', { where: { kind: [] } }, 'where.kind: must list at least one'],
  ['a condition on a number', { where: { kind: [7] } }, 'where.kind: must list at least one'],
  ['levels twice', { levels: [SOUND.levels[1], SOUND.levels[1]] }, 'levels: must have ascending numbers'],
  ['a level that nobody hears', level({ recipients: [] }), 'levels[0].recipients: must list'],
  ['a level for nobody known', level({ recipients: ['mayor'] }), 'levels[0].recipients: must list'],
  [
    'more than all of the time',
    level({ threshold: { kind: 'percent', value: 120 } }),
    'levels[0].threshold.value: must',
  ],
  [
    'months before',
    level({ threshold: { kind: 'before', value: 1, unit: 'months' } }),
    'levels[0].threshold.unit: must not be months',
  ],
  ['a misspelt field', { targt: {} }, 'targt: is not a field of this document'],
])('%s is refused', (_, changed, expected) => {
  expect(problems(changed)[0]).toContain(expected);
});
