import { earlierOf, type Span, wholeMinutes } from './span';
import { laterOf } from '../shared';

/** A case in somebody's hand (案件): from its receipt until they did something about it. */
export interface AgentCase {
  /** Number of the work order. */
  readonly work: string;
  readonly receivedAt: Date;
  /** Absent while nobody has done anything about it. */
  readonly handledAt?: Date;
}

/** The first case received for the shift that was handled before its end. */
export function firstHandled(
  cases: readonly AgentCase[],
  due: Span,
): (AgentCase & { readonly handledAt: Date }) | undefined {
  const handled = cases.filter(
    (one): one is AgentCase & { readonly handledAt: Date } =>
      one.handledAt !== undefined && one.handledAt < due.to,
  );
  return handled.sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())[0];
}

/**
 * Minutes that the first case makes somebody late (C17): none while it waited no longer than `allowedMinutes`, else from
 * the shift's start to the action. What came before the start waits from the start on.
 */
export function latenessOfCase(
  { receivedAt, handledAt }: { readonly receivedAt: Date; readonly handledAt: Date },
  startAt: Date,
  allowedMinutes: number,
): number {
  const dwellMs = handledAt.getTime() - laterOf(receivedAt, startAt).getTime();
  return dwellMs <= allowedMinutes * 60_000 ? 0 : wholeMinutes(startAt, handledAt);
}

/** The oldest case received before the end that was still in hand when its holder left (L339). */
export function earliestLeftover(
  cases: readonly AgentCase[],
  due: Span,
  leftAt: Date,
): AgentCase | undefined {
  const until = earlierOf(due.to, leftAt);
  return cases
    .filter(
      ({ receivedAt, handledAt }) => receivedAt < until && (handledAt === undefined || handledAt > leftAt),
    )
    .sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime())[0];
}
