import { CHINESE_CALENDAR } from '../calendar';
import { callingHours } from './calling-window';
import { deferralOf, type DialSituation, explainWait } from './dial-wait-reason';
import { STANDARD_POLICY } from './standard-policy';

const at = (text: string): Date => new Date(`2026-11-${text.replace(' ', 'T')}:00+08:00`);
const now = at('23 10:00');
const situation: DialSituation = {
  now,
  batchState: 'running',
  settled: false,
  inCall: false,
  dueAt: now,
  afterTechnicalFailure: false,
  hours: callingHours(STANDARD_POLICY, 'resident', CHINESE_CALENDAR),
  permittedAt: now,
};

test.each<[string, Partial<DialSituation>, object]>([
  ['nothing against it', {}, { reason: 'in-turn' }],
  ['settled wins over all', { settled: true, batchState: 'stopped' }, { reason: 'settled' }],
  ['a draft', { batchState: 'draft' }, { reason: 'batch-not-started' }],
  ['ready', { batchState: 'ready' }, { reason: 'batch-not-started' }],
  ['paused', { batchState: 'paused' }, { reason: 'batch-paused' }],
  ['paused, the call in progress ends', { batchState: 'paused', inCall: true }, { reason: 'in-call' }],
  ['stopped', { batchState: 'stopped' }, { reason: 'batch-over' }],
  ['spacing', { dueAt: at('23 11:00') }, { reason: 'spacing', until: at('23 11:00') }],
  ['spacing into rest time', { dueAt: at('23 13:00') }, { reason: 'spacing', until: at('23 14:00') }],
  [
    'spacing and a cap behind it',
    { dueAt: at('23 10:10'), permittedAt: at('23 10:20') },
    { reason: 'spacing', until: at('23 10:20') },
  ],
  [
    'put off by the dialer, not spaced',
    { dueAt: at('23 10:01'), deferredFor: deferralOf('frequency-cap') },
    { reason: 'frequency-cap', until: at('23 10:01') },
  ],
  [
    'back-off',
    { dueAt: at('23 10:01'), afterTechnicalFailure: true },
    { reason: 'technical-back-off', until: at('23 10:01') },
  ],
  ['lunch', { now: at('23 12:30') }, { reason: 'outside-calling-hours', until: at('23 14:00') }],
  ['night', { now: at('23 23:00') }, { reason: 'outside-calling-hours', until: at('24 09:00') }],
  ['cap', { permittedAt: at('23 10:01') }, { reason: 'frequency-cap', until: at('23 10:01') }],
  ['another call to the number', { numberBusy: true, obstacle: 'truth-unknown' }, { reason: 'number-busy' }],
  [
    'truth cannot be asked',
    { obstacle: 'truth-unknown', pbxNotAvailable: true },
    { reason: 'truth-unknown' },
  ],
  ['no PBX', { pbxNotAvailable: true, obstacle: 'no-free-line' }, { reason: 'pbx-not-available' }],
  ['share', { obstacle: 'line-share' }, { reason: 'line-share' }],
  ['lines', { obstacle: 'no-free-line' }, { reason: 'no-free-line' }],
  ['rate', { obstacle: 'calls-per-second' }, { reason: 'calls-per-second' }],
])('%s', (_, change, expected) => {
  expect(explainWait({ ...situation, ...change })).toEqual(expected);
});
