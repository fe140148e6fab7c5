/** What happened to a work order, as far as it tells who has it in hand. */
export interface HandEvent {
  readonly type: string;
  readonly actorId: string;
  /** With the service centre, and open, after it. */
  readonly atCentre: boolean;
  readonly open: boolean;
}

export type HandChange =
  | { readonly change: 'none' }
  /** Somebody has it from now on; whoever had it has done with it. */
  | { readonly change: 'taken'; readonly by: string }
  /** Taken and passed on in one: no time in hand. */
  | { readonly change: 'taken-and-done'; readonly by: string }
  | { readonly change: 'done' };

/** Events by which the centre has done what the case asked of it, though it stays there. */
const DONE: ReadonlySet<string> = new Set(['decided', 'customer-told', 'promised']);

const isPerson = (actorId: string): boolean => !actorId.startsWith('system:');

/**
 * Who has a case in hand (L31, L339): whoever opens it, or accepts it at the centre, from that moment until it goes to a department, is
 * closed, decided, told to the customer or put off by a promised reply. What a machine opens is in nobody's hand until somebody accepts it.
 */
export function handAfter({ type, actorId, atCentre, open }: HandEvent): HandChange {
  if (type === 'opened') {
    if (!isPerson(actorId)) return { change: 'none' };
    return { change: atCentre && open ? 'taken' : 'taken-and-done', by: actorId };
  }
  if (!atCentre || !open || DONE.has(type)) return { change: 'done' };
  return type === 'accepted' && isPerson(actorId) ? { change: 'taken', by: actorId } : { change: 'none' };
}

/** Somebody's cases of a month (L378). Minutes; those of a case that is still in hand end with the month. */
export interface InHandMonth {
  readonly cases: number;
  readonly averageMinutes: number;
  readonly overdue: readonly { readonly work: string; readonly minutes: number }[];
}
