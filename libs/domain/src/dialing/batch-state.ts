import { ok, refused, type Result } from '../shared';

export const BATCH_STATES = ['draft', 'ready', 'running', 'paused', 'finished', 'stopped'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/**
 * `make-ready`: an import brought at least one good row. `finish`: the last contact has its disposition; by
 * the system, never by a person.
 */
export const BATCH_ACTIONS = ['make-ready', 'start', 'pause', 'resume', 'stop', 'finish', 'delete'] as const;
export type BatchAction = (typeof BATCH_ACTIONS)[number];

export type TransitionRefusal =
  /** Nothing was imported yet. */
  | 'batch-has-no-contacts'
  /** It is what the action would make it. */
  | 'batch-already-there'
  /** It runs, or ran: only a batch that was never started can be deleted. */
  | 'batch-was-started'
  | 'batch-not-started'
  | 'batch-not-paused'
  | 'batch-not-running'
  /** Finished or stopped: nothing moves it any more. */
  | 'batch-is-final';

const NEXT: Readonly<
  Record<BatchState, Readonly<Record<BatchAction, BatchState | 'deleted' | TransitionRefusal>>>
> = {
  draft: {
    'make-ready': 'ready',
    start: 'batch-has-no-contacts',
    pause: 'batch-not-running',
    resume: 'batch-not-paused',
    stop: 'batch-not-started',
    finish: 'batch-not-started',
    delete: 'deleted',
  },
  ready: {
    'make-ready': 'batch-already-there',
    start: 'running',
    pause: 'batch-not-running',
    resume: 'batch-not-paused',
    stop: 'stopped',
    finish: 'batch-not-started',
    delete: 'deleted',
  },
  running: {
    'make-ready': 'batch-was-started',
    start: 'batch-already-there',
    pause: 'paused',
    resume: 'batch-not-paused',
    stop: 'stopped',
    finish: 'finished',
    delete: 'batch-was-started',
  },
  paused: {
    'make-ready': 'batch-was-started',
    start: 'batch-was-started',
    pause: 'batch-already-there',
    resume: 'running',
    stop: 'stopped',
    // Calls in progress end and deadlines pass during a pause; either can settle the last contact.
    finish: 'finished',
    delete: 'batch-was-started',
  },
  finished: final(),
  stopped: final(),
};

/** The life of a batch (T2.13): draft → ready → running ⇄ paused → finished | stopped. */
export function transition(
  state: BatchState,
  action: BatchAction,
): Result<BatchState | 'deleted', TransitionRefusal> {
  const next = NEXT[state][action];
  return isRefusal(next) ? refused(next) : ok(next);
}

/** Whether contacts of the batch may be dialled now. */
export function mayDial(state: BatchState): boolean {
  return state === 'running';
}

export function isFinal(state: BatchState): boolean {
  return state === 'finished' || state === 'stopped';
}

function final(): Record<BatchAction, TransitionRefusal> {
  return {
    'make-ready': 'batch-is-final',
    start: 'batch-is-final',
    pause: 'batch-is-final',
    resume: 'batch-is-final',
    stop: 'batch-is-final',
    finish: 'batch-is-final',
    delete: 'batch-is-final',
  };
}

function isRefusal(next: BatchState | 'deleted' | TransitionRefusal): next is TransitionRefusal {
  return next.startsWith('batch-');
}
