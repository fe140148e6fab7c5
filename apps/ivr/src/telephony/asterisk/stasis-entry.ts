import { QUEUE_LEFT_REASONS, type QueueLeftReason } from '../telephony.port';

/** First Stasis argument of a call that we placed, whoever of us is connected when it is answered. */
export const OUTBOUND = 'outbound';
/** First Stasis argument of a caller whom the queue let go; see deploy/asterisk. */
const QUEUE_LEFT = 'queue-left';

/** How a channel came into our application. */
export type StasisEntry =
  | { readonly entry: 'outbound'; readonly dialled: '' }
  | { readonly entry: 'line'; readonly dialled: string }
  | {
      readonly entry: 'queue-left';
      /** The number that was called in the first place, as the dialplan kept it. */
      readonly dialled: string;
      readonly queue: string;
      readonly reason: QueueLeftReason;
      readonly agent?: string;
    };

/** Reads `queue-left,<queue>,<reason>,<agent>,<dialled>`, `incoming`, or `outbound`; an unknown reason is `unavailable`. */
export function stasisEntry(args: readonly string[], extension: string): StasisEntry {
  const [kind, queue = '', reason = '', agent = '', dialled = ''] = args;
  if (kind === OUTBOUND) return { entry: 'outbound', dialled: '' };
  if (kind !== QUEUE_LEFT) return { entry: 'line', dialled: extension };
  const known = QUEUE_LEFT_REASONS.find((one) => one === reason) ?? 'unavailable';
  return { entry: 'queue-left', dialled, queue, reason: known, ...(agent === '' ? {} : { agent }) };
}
