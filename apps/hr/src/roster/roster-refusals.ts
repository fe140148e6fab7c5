import { ROSTER_ERRORS } from '@switchyard/contracts';
import type { Violation } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { toViolationView } from './roster-views';
import type { Roster, RosterState } from './rosters.port';

export function rosterNotFound(rosterId: string): DomainError {
  return new DomainError(ROSTER_ERRORS.notFound, `There is no roster ${rosterId}.`, { field: 'rosterId' });
}

const REMEDY: Readonly<Record<RosterState, string>> = {
  draft: 'publish it first.',
  published: 'change a published roster by a change with its reason.',
  discarded: 'draft another one.',
};

/** @throws DomainError `roster.not-allowed-in-state` */
export function assertState({ state }: Roster, wanted: RosterState): void {
  if (state === wanted) return;
  throw new DomainError(ROSTER_ERRORS.state, `The roster is ${state}: ${REMEDY[state]}`, { state });
}

/** @throws DomainError `roster.version-conflict` */
export function assertRevision({ revision }: Roster, seen: number): void {
  if (revision === seen) return;
  const message = `Somebody saved the roster meanwhile: it is at revision ${revision}; read it again and repeat.`;
  throw new DomainError(ROSTER_ERRORS.conflict, message, { field: 'revision', revision });
}

/** As many are told with the refusal. */
const TOLD = 20;

/** @throws DomainError `roster.violated` when one of them is hard */
export function assertNothingHard(violations: readonly Violation[]): void {
  const hard = violations.filter(({ severity }) => severity === 'hard');
  const [first] = hard;
  if (!first) return;
  const more = hard.length > 1 ? ` (and ${hard.length - 1} more)` : '';
  throw new DomainError(ROSTER_ERRORS.violated, `${first.textEn}${more}. Correct it first.`, {
    count: hard.length,
    violations: hard.slice(0, TOLD).map(toViolationView),
  });
}
