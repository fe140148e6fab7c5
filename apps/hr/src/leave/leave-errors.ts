import { LEAVE_ERRORS, type LeaveState } from '@switchyard/contracts';
import type { LeavePolicy, LeaveProblem, LeaveProblemKind } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

type Words = (about: string, policy: LeavePolicy) => string;

const PROBLEMS: Readonly<
  Record<LeaveProblemKind, { readonly code: string; readonly field: string; readonly words: Words }>
> = {
  backwards: { code: LEAVE_ERRORS.backwards, field: 'to', words: () => 'The leave ends before it begins.' },
  'too-long': {
    code: LEAVE_ERRORS.tooLong,
    field: 'to',
    words: (days) => `A leave has at most ${days} days; ask for an extension later.`,
  },
  'nothing-to-take': {
    code: LEAVE_ERRORS.nothingToTake,
    field: 'from',
    words: () => 'All these days are free anyway: no leave is needed.',
  },
  'half-on-rest-day': {
    code: LEAVE_ERRORS.halfOnRestDay,
    field: 'fromHalf',
    words: (day) => `${day} is no working day; begin and end with halves of working days.`,
  },
  'notice-too-short': {
    code: LEAVE_ERRORS.noticeTooShort,
    field: 'from',
    words: (day) => `Asked for today, it may begin on ${day} at the earliest; earlier with exceptionReason.`,
  },
  'cap-of-day': {
    code: LEAVE_ERRORS.capOfDay,
    field: 'from',
    words: (day, { caps }) =>
      `${caps.offPerDay} of the department are away on ${day} already; choose another day.`,
  },
  'cap-of-annual': {
    code: LEAVE_ERRORS.capOfAnnual,
    field: 'from',
    words: (day, { caps }) =>
      `${caps.annualAtOnce} of the department on annual leave on ${day} already; choose another day, or tell a special reason as exceptionReason.`,
  },
  'balance-exceeded': {
    code: LEAVE_ERRORS.balanceExceeded,
    field: 'to',
    words: (left) => `More annual leave than is left (year: days) ${left}; shorten it.`,
  },
  'not-in-one-piece': {
    code: LEAVE_ERRORS.notInOnePiece,
    field: 'kind',
    words: () =>
      'This leave is taken in one piece, and a part was taken already; tell why as exceptionReason.',
  },
  overlaps: {
    code: LEAVE_ERRORS.overlaps,
    field: 'from',
    words: (day) => `There is leave on ${day} already.`,
  },
  'extension-too-late': {
    code: LEAVE_ERRORS.extensionTooLate,
    field: 'from',
    words: (day) => `An extension is asked for before it begins on ${day}; ask for leave of its own.`,
  },
  'extension-not-adjoining': {
    code: LEAVE_ERRORS.extensionNotAdjoining,
    field: 'from',
    words: (day) =>
      `An extension is of the same kind and goes on without a gap: by ${day}, the next working day.`,
  },
};

export const codeOf = (problem: LeaveProblem): string => PROBLEMS[problem.kind].code;

export const wordsOf = ({ kind, about }: LeaveProblem, policy: LeavePolicy): string =>
  PROBLEMS[kind].words(about ?? '', policy);

/** The first problem decides the code; all are told in the details. */
export function leaveRefused(problems: readonly LeaveProblem[], policy: LeavePolicy): DomainError {
  const [first] = problems;
  if (!first) throw new Error('a leave without a problem is not refused');
  return new DomainError(codeOf(first), wordsOf(first, policy), {
    field: PROBLEMS[first.kind].field,
    ...(first.about !== undefined && { about: first.about }),
    problems: problems.map((problem) => ({ code: codeOf(problem), message: wordsOf(problem, policy) })),
  });
}

export const leaveNotFound = (leaveId: string): DomainError =>
  new DomainError(LEAVE_ERRORS.notFound, `There is no leave ${leaveId} that you may see.`, {
    field: 'leaveId',
    leaveId,
  });

export const leaveNotInState = (leaveId: string, state: LeaveState, needed: string): DomainError =>
  new DomainError(
    LEAVE_ERRORS.notInState,
    `This leave is ${state}; only leave that is ${needed} can be changed so.`,
    {
      field: 'leaveId',
      leaveId,
      state,
    },
  );

export const noteMissing = (): DomainError =>
  new DomainError(LEAVE_ERRORS.noteMissing, 'A refusal needs a note that says why.', { field: 'note' });
