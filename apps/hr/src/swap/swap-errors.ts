import { SWAP_ERRORS } from '@switchyard/contracts';
import type { SwapLimits, SwapProblem, SwapProblemKind } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Swap } from './swaps.port';

type Words = (about: string, policy: SwapLimits) => string;

const PROBLEMS: Readonly<
  Record<SwapProblemKind, { readonly code: string; readonly field: string; readonly words: Words }>
> = {
  'same-person': {
    code: SWAP_ERRORS.samePerson,
    field: 'partner',
    words: () => 'A swap is with somebody else.',
  },
  'partner-unavailable': {
    code: SWAP_ERRORS.partnerUnavailable,
    field: 'partner',
    words: (who) => `${who} does not work at present; choose another partner.`,
  },
  'other-post': {
    code: SWAP_ERRORS.otherPost,
    field: 'partner',
    words: (who) => `${who} has a post of another kind; swap with somebody of the same.`,
  },
  'not-yours': {
    code: SWAP_ERRORS.notYours,
    field: 'given',
    words: (day) => `The shift of ${day} is not yours to give away.`,
  },
  'not-partners': {
    code: SWAP_ERRORS.notPartners,
    field: 'taken',
    words: (day) => `The shift of ${day} is not your partner's.`,
  },
  begun: {
    code: SWAP_ERRORS.begun,
    field: 'given',
    words: (day) => `The shift of ${day} has begun; swap shifts to come.`,
  },
  'counts-differ': {
    code: SWAP_ERRORS.countsDiffer,
    field: 'taken',
    words: (count) => `As many shifts are worked in return as are given away: ${count}.`,
  },
  'not-consecutive': {
    code: SWAP_ERRORS.notConsecutive,
    field: 'given',
    words: () => 'Two shifts are swapped together only when they follow one another.',
  },
  'month-used': {
    code: SWAP_ERRORS.monthUsed,
    field: 'given',
    words: (month, { shiftsPerMonth }) =>
      `${shiftsPerMonth} shift a month may be given away, and for ${month} it is.`,
  },
  'year-used': {
    code: SWAP_ERRORS.yearUsed,
    field: 'given',
    words: (year, { pairsPerYear }) =>
      `Pairs may be given away ${pairsPerYear} times a year, and in ${year} they were.`,
  },
  'notice-too-short': {
    code: SWAP_ERRORS.noticeTooShort,
    field: 'given',
    words: (day) => `Asked for today, two shifts together may begin on ${day} at the earliest.`,
  },
  'repaid-too-late': {
    code: SWAP_ERRORS.repaidTooLate,
    field: 'taken',
    words: (day) => `The return is worked by ${day} at the latest.`,
  },
  overlaps: {
    code: SWAP_ERRORS.overlaps,
    field: 'given',
    words: (day) => `Somebody would have two shifts at once with that of ${day}.`,
  },
  'rest-too-short': {
    code: SWAP_ERRORS.restTooShort,
    field: 'given',
    words: (day, { restMinutes }) =>
      `Beside the shift of ${day} somebody would have less than ${restMinutes / 60} hours of rest.`,
  },
  'on-leave': {
    code: SWAP_ERRORS.onLeave,
    field: 'given',
    words: (day) => `Somebody is on leave on ${day}.`,
  },
};

/** The first problem decides the code; all are told in the details. */
export function swapRefused(problems: readonly SwapProblem[], policy: SwapLimits): DomainError {
  const [first] = problems;
  if (!first) throw new Error('a swap without a problem is not refused');
  const told = problems.map(({ kind, about = '' }) => ({
    code: PROBLEMS[kind].code,
    message: PROBLEMS[kind].words(about, policy),
  }));
  const { code, field, words } = PROBLEMS[first.kind];
  return new DomainError(code, words(first.about ?? '', policy), {
    field,
    ...(first.about !== undefined && { about: first.about }),
    problems: told,
  });
}

export const swapNotFound = (swapId: string): DomainError =>
  new DomainError(SWAP_ERRORS.notFound, `There is no swap ${swapId} that you may see.`, {
    field: 'swapId',
    swapId,
  });

export const swapNotInState = ({ id, state, repayment }: Swap, needed: string): DomainError =>
  new DomainError(
    SWAP_ERRORS.notInState,
    `This swap is ${state} (return: ${repayment}); it has to be ${needed}.`,
    {
      field: 'swapId',
      swapId: id,
      state,
      repayment,
    },
  );

export const notYourTurn = (swapId: string, who: string): DomainError =>
  new DomainError(SWAP_ERRORS.notParty, `That is for ${who} to do.`, { field: 'swapId', swapId });

export const shiftGone = (field: string): DomainError =>
  new DomainError(
    SWAP_ERRORS.shiftGone,
    'A shift is not published, or was changed meanwhile; read the roster again.',
    { field },
  );
