import type { LabHostKind } from './host-spec';

/** Chroot first: its programs start faster, and nothing of it needs a service of the machine. */
const IN_ORDER: readonly LabHostKind[] = ['chroot', 'docker'];

/**
 * Ways to try, best first, as SWITCHYARD_LAB wants it: `auto` (or nothing), `chroot`, `docker`, or `off`: none.
 * @throws RangeError for any other word
 */
export function waysToTry(wanted: string | undefined): readonly LabHostKind[] {
  if (wanted === undefined || wanted === '' || wanted === 'auto') return IN_ORDER;
  if (wanted === 'off') return [];
  const kind = IN_ORDER.find((each) => each === wanted);
  if (kind === undefined) {
    throw new RangeError(`SWITCHYARD_LAB is "${wanted}": use auto, ${IN_ORDER.join(', ')} or off`);
  }
  return [kind];
}

/** One sentence from each way's reason. */
export function whyNone(reasons: ReadonlyMap<LabHostKind, string>): string {
  if (reasons.size === 0) return 'it is switched off by SWITCHYARD_LAB';
  return [...reasons].map(([kind, reason]) => `${kind}: ${reason}`).join('; ');
}
