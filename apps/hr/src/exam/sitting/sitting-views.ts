import { EXAM_ERRORS, type SittingView } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Sitting } from './sittings.port';

export function toSittingView({
  opensAt,
  closesAt,
  releasedAt,
  blueprint,
  policy: _,
  ...sitting
}: Sitting): SittingView {
  return {
    ...sitting,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    fullMarks: blueprint.reduce((sum, { count, pointsEach }) => sum + count * pointsEach, 0),
    ...(releasedAt && { releasedAt: releasedAt.toISOString() }),
  };
}

export const sittingNotFound = (sittingId: string): DomainError =>
  new DomainError(EXAM_ERRORS.sittingNotFound, `There is no exam sitting ${sittingId}.`, { sittingId });

export const sittingInState = ({ sittingId, state }: Sitting, why: string): DomainError =>
  new DomainError(EXAM_ERRORS.wrongState, why, { sittingId, state });
