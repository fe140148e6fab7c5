import {
  BATCH_ACTIONS,
  BATCH_STATES,
  type BatchAction,
  type BatchState,
  isFinal,
  mayDial,
  transition,
} from './batch-state';

const ALLOWED: Record<string, string> = {
  'draft make-ready': 'ready',
  'draft delete': 'deleted',
  'ready start': 'running',
  'ready stop': 'stopped',
  'ready delete': 'deleted',
  'running pause': 'paused',
  'running stop': 'stopped',
  'running finish': 'finished',
  'paused resume': 'running',
  'paused stop': 'stopped',
  'paused finish': 'finished',
};

const every = BATCH_STATES.flatMap((state) => BATCH_ACTIONS.map((action) => [state, action] as const));

test.each(every)('%s, %s', (state, action) => {
  const next = ALLOWED[`${state} ${action}`];
  const result = transition(state, action);
  expect(result.ok ? result.value : undefined).toBe(next);
  if (!result.ok) expect(result.error).toMatch(/^batch-/);
});

test.each<[BatchState, BatchAction, string]>([
  ['draft', 'start', 'batch-has-no-contacts'],
  ['running', 'start', 'batch-already-there'],
  ['paused', 'pause', 'batch-already-there'],
  ['ready', 'pause', 'batch-not-running'],
  ['running', 'resume', 'batch-not-paused'],
  ['running', 'delete', 'batch-was-started'],
  ['finished', 'resume', 'batch-is-final'],
  ['stopped', 'start', 'batch-is-final'],
])('%s, %s is refused as %s', (state, action, error) => {
  expect(transition(state, action)).toEqual({ ok: false, error });
});

test('only a running batch dials, and only finished and stopped are final', () => {
  expect(BATCH_STATES.filter(mayDial)).toEqual(['running']);
  expect(BATCH_STATES.filter(isFinal)).toEqual(['finished', 'stopped']);
});
