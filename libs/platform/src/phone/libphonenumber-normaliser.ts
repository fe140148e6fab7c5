import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { normaliseChinesePhone, type PhoneNormaliser, type PhoneParse } from '@switchyard/domain';

/** Landlines and foreign numbers seen lately; numbers of one file repeat. */
const REMEMBERED = 5000;

/**
 * Numbers of China by its own numbering plan, all others by libphonenumber's table of lengths per country
 * (T2.3; default +86). Parsing is slow beside reading a row, so that answers are remembered for a while.
 */
export function phoneNormaliser(): PhoneNormaliser {
  const answers = new Map<string, PhoneParse>();
  return (raw) => {
    const known = answers.get(raw);
    if (known) return known;
    const answer = normalise(raw);
    if (answers.size >= REMEMBERED) answers.clear();
    if (raw.length <= 40) answers.set(raw, answer);
    return answer;
  };
}

function normalise(raw: string): PhoneParse {
  const parsed = normaliseChinesePhone(raw);
  if (!parsed.ok || parsed.kind !== 'international') return parsed;
  const number = parsePhoneNumberFromString(parsed.e164);
  return number?.isPossible() ? { ...parsed, e164: number.number } : { ok: false, reason: 'impossible' };
}
