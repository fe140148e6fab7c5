import type { WindowView } from '@switchyard/contracts';
import { type CallingHours, type CustomerKind, openSpans } from '@switchyard/domain';

const SHOWN_PER_KIND = 10;

/** When customers of one kind may be called until an instant (T2.7), the next ones first. */
export function callingSpans(
  customerKind: CustomerKind,
  hours: CallingHours,
  now: Date,
  until: Date,
): readonly WindowView[] {
  const spans: WindowView[] = [];
  for (const span of openSpans(hours, now)) {
    if (span.from >= until || spans.length === SHOWN_PER_KIND) break;
    const to = span.to < until ? span.to : until;
    spans.push({ customerKind, from: span.from.toISOString(), to: to.toISOString() });
  }
  return spans;
}
