import { ATTENDANCE_ERRORS, type PunchView } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Punch } from './punches.port';

/** Clocks of the centre; a punch keeps the zone that it was read in, its instant is UTC. */
export const CENTRE_ZONE = 'Asia/Shanghai';

export function toPunchView({ id, reference: _, at, recordedAt, ...facts }: Punch): PunchView {
  return { ...facts, punchId: id, at: at.toISOString(), recordedAt: recordedAt.toISOString() };
}

export const punchNotFound = (punchId: string): DomainError =>
  new DomainError(ATTENDANCE_ERRORS.punchNotFound, `There is no punch ${punchId} that you may see.`, {
    field: 'punchId',
    punchId,
  });

export const punchSettled = ({ id, state }: Punch): DomainError =>
  new DomainError(
    ATTENDANCE_ERRORS.punchSettled,
    `This punch is ${state}; that cannot be done with it any more.`,
    { field: 'punchId', punchId: id, state },
  );
