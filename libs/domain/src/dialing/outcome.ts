import { meaningOf } from './cause';
import type { HandOffReason, Outcome } from './vocabulary';

/** What makes a notice count as delivered beside a key (T2.6): hearing its essential part, or nothing else. */
export type SuccessRule = 'key-or-essential-part' | 'key-only';

/**
 * How much is known about the end of the call.
 * `reported`: the PBX told it, live or from its records. `lost`: it cannot be found out any more (T3.2).
 * `not-placed`: the order never left our side, or the PBX refused it.
 */
export type Evidence = 'reported' | 'lost' | 'not-placed';

/** Everything that is known of one call when it is settled, as it concerns one contact. */
export interface CallFacts {
  /** Q.850 cause, 0 to 127; 0 when none was told. */
  readonly cause: number;
  readonly answered: boolean;
  /** Milliseconds of the notice, from its first word, in the longest single hearing. */
  readonly heardMs: number;
  /** Milliseconds from the notice's first word to the end of this contact's essential part. */
  readonly essentialMs: number;
  /** Every key that the customer pressed after the answer, in order. */
  readonly keys: readonly string[];
  /** Without an answer: 'customer' when the network ended it, 'us' when our ringing time was over. */
  readonly hungUpBy: 'customer' | 'us' | 'unknown';
  readonly evidence: Evidence;
  /** Whether the far end alerted (SIP 180); leave out when the PBX does not tell. */
  readonly rang?: boolean;
  /** Whether something was to be heard before the answer (SIP 183), an announcement mostly. */
  readonly earlyMedia?: boolean;
  /** What answering-machine detection said, where it is on. */
  readonly answeredBy?: 'human' | 'machine' | 'not-sure';
  /** Default `key-or-essential-part`. */
  readonly successRule?: SuccessRule;
}

export interface Classification {
  readonly outcome: Outcome;
  /** Consumes one of the contact's attempts. True for every outcome but `technical`. */
  readonly counted: boolean;
  /** The notice was delivered: no more attempts. */
  readonly delivered: boolean;
  /** The contact goes to paper at once, however many attempts are left. */
  readonly handOff?: Extract<HandOffReason, 'invalid' | 'opted-out'>;
  /** The essential part was played to a person to its end, whatever the outcome. */
  readonly heardEssential: boolean;
  /** Pressed 9 at any moment: register, also when this notice was delivered. */
  readonly optOut: boolean;
  /** Pressed 0 at any moment: store the request, also when another outcome wins. */
  readonly humanRequested: boolean;
}

/**
 * The one outcome table (T2.4, T2.5, T2.6). Never throws; heard time and keys are taken as facts even
 * when the end of the call is lost. Decisions that the documents leave open:
 *
 * - Keys are wishes, not a sequence. 1 wins over all: whoever confirmed was told and is never called
 *   again for it. Without 1, 9 wins over 0 (paper, and the human's call-back as well), and 0 over 3.
 * - 3 wins over having heard the essential part: the customer asked for another call. `heardEssential`
 *   lets the attempt rule count it as delivered when no attempt is left.
 * - A call that was answered counts, also when our side broke off afterwards: the customer was disturbed.
 * - A number that does not exist counts: nothing failed on our side. So exactly `technical` is uncounted.
 * - A failure before the answer is technical and nothing else, except when the evidence is lost.
 */
export function classify(facts: CallFacts): Classification {
  const heardEssential = hasHeardEssential(facts);
  const outcome = outcomeOf(facts, heardEssential);
  return {
    outcome,
    counted: outcome !== 'technical',
    delivered: isDelivered(outcome, facts.successRule),
    ...handOffOf(outcome),
    heardEssential,
    optOut: facts.keys.includes('9'),
    humanRequested: facts.keys.includes('0'),
  };
}

function outcomeOf(facts: CallFacts, heardEssential: boolean): Outcome {
  const wish = wishOf(facts.keys);
  if (wish) return wish;
  if (facts.answeredBy === 'machine') return 'voicemail';
  if (heardEssential) return 'heard';
  if (facts.evidence === 'not-placed') return 'technical';
  if (facts.evidence === 'lost') return 'unknown';
  if (facts.answered) return facts.hungUpBy === 'customer' ? 'hung-up-early' : 'no-reaction';
  return unanswered(facts);
}

function wishOf(keys: readonly string[]): Outcome | undefined {
  if (keys.includes('1')) return 'confirmed';
  if (keys.includes('9')) return 'opted-out';
  if (keys.includes('0')) return 'human-requested';
  return keys.includes('3') ? 'call-later' : undefined;
}

/**
 * Asterisk says cause 19 of three things, told apart by what came before: it rang (no answer); the network
 * ended it without ringing (SIP 480: off or out of coverage); our ringing time was over and nothing had
 * come at all, not even ringing: nobody is there at the trunk's other end, which is our failure (T2.4).
 * Cause 0 with ringing is a time-out of ours (older Asterisks).
 */
function unanswered({ cause, rang, earlyMedia, hungUpBy }: CallFacts): Outcome {
  if (cause === 19 && rang === false) {
    return hungUpBy === 'us' && !earlyMedia ? 'technical' : 'switched-off';
  }
  if (cause === 0 && rang === true) return 'no-answer';
  return meaningOf(cause);
}

/**
 * Who ended a call that nobody answered, where the PBX does not tell: a call that lasted its whole
 * ringing time was ended by us. Times in milliseconds since the epoch.
 */
export function unansweredEndedBy(
  orderedAt: number,
  endedAt: number,
  ringSeconds: number,
): 'customer' | 'us' {
  const tolerance = Math.min(500, ringSeconds * 50);
  return endedAt - orderedAt >= ringSeconds * 1000 - tolerance ? 'us' : 'customer';
}

/** A machine hears nothing; neither does a template without an essential part count as heard at 0 ms. */
function hasHeardEssential({ answered, answeredBy, heardMs, essentialMs }: CallFacts): boolean {
  return answered && answeredBy !== 'machine' && heardMs > 0 && heardMs >= essentialMs;
}

function isDelivered(outcome: Outcome, rule: SuccessRule = 'key-or-essential-part'): boolean {
  if (outcome === 'heard') return rule === 'key-or-essential-part';
  return outcome === 'confirmed' || outcome === 'human-requested';
}

function handOffOf(outcome: Outcome): Pick<Classification, 'handOff'> {
  if (outcome === 'invalid-number') return { handOff: 'invalid' };
  return outcome === 'opted-out' ? { handOff: 'opted-out' } : {};
}
