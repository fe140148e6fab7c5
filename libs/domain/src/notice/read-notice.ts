import { UnspeakableValue, speakDate, speakMonth } from '../speech';
import {
  type ArrearsReminder,
  type BillNotice,
  type Notice,
  type NoticeKind,
  OUTAGE_OCCASIONS,
  type OutageNotice,
} from './notice';
import { readMoment } from './read-moment';
import { NoticeInvalid, type Problem } from './problems';

type Check = (value: unknown) => string | undefined;

const isWhole: Check = (value) => (Number.isSafeInteger(value) ? undefined : 'give whole fen');
const isAmount: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'give zero or more whole fen';
const isAccountNo: Check = (value) =>
  typeof value === 'string' && /[0-9A-Za-z]/.test(value) ? undefined : 'give a text with a digit or letter';
const isQuantity: Check = (value) =>
  typeof value === 'number' && value >= 0 && value < 1e11 ? undefined : 'give a number from 0 to below 10^11';
const isText: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' ? undefined : 'give a text';
const speakable =
  (speak: (text: string, language: 'en') => unknown): Check =>
  (value) => {
    try {
      speak(String(value), 'en');
      return undefined;
    } catch (error) {
      if (error instanceof UnspeakableValue) return error.message;
      throw error;
    }
  };

const isMoment: Check = (value) =>
  typeof value === 'string' && readMoment(value) ? undefined : 'give a time like 2026-03-02T09:30';
const isMomentOrEmpty: Check = (value) => (value === '' ? undefined : isMoment(value));
const isOccasion: Check = (value) =>
  OUTAGE_OCCASIONS.some((known) => known === value)
    ? undefined
    : `give one of ${OUTAGE_OCCASIONS.join(', ')}`;

type Fields<N extends Notice> = Record<Exclude<keyof N, 'kind'>, Check>;

const ACCOUNT = { accountNo: isAccountNo, balanceFen: isWhole };
const FIELDS: { readonly [K in NoticeKind]: Fields<Extract<Notice, { kind: K }>> } = {
  'bill-notice': {
    ...ACCOUNT,
    readingDate: speakable(speakDate),
    registerValue: isQuantity,
    energyKwh: isQuantity,
    amountFen: isWhole,
    previousBalanceFen: isWhole,
    payableFen: isWhole,
  } satisfies Fields<BillNotice>,
  'arrears-reminder': {
    ...ACCOUNT,
    billMonth: speakable(speakMonth),
    arrearsFen: isAmount,
    penaltyFen: isAmount,
    penaltyMethod: isText,
    totalFen: isAmount,
    payPlace: isText,
  } satisfies Fields<ArrearsReminder>,
  'outage-notice': {
    ...ACCOUNT,
    occasion: isOccasion,
    area: isText,
    cause: isText,
    startsAt: isMoment,
    restorationAt: isMomentOrEmpty,
  } satisfies Fields<OutageNotice>,
};

/**
 * A notice from stored data: every field that rules.md §6 asks for of its kind, no more and no less wrong.
 * Fields of no meaning to the kind are left out.
 * @throws NoticeInvalid naming every field that is missing or wrong.
 */
export function readNotice(
  kind: NoticeKind,
  account: { readonly accountNo: string; readonly balanceFen: number },
  data: Readonly<Record<string, unknown>>,
): Notice {
  const values: Record<string, unknown> = { ...data, ...account };
  const fields = Object.entries(FIELDS[kind]);
  const problems = fields.flatMap(([field, check]): Problem[] => {
    const message = values[field] === undefined ? 'is missing' : check(values[field]);
    return message === undefined ? [] : [{ field, code: 'invalid-field', message }];
  });
  if (problems.length > 0) throw new NoticeInvalid(problems);
  return {
    kind,
    ...Object.fromEntries(fields.map(([field]) => [field, values[field]])),
  } as unknown as Notice;
}
