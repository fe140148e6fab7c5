import { PERFORMANCE_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { StoredScore } from '../monthly-scores.port';

export const scoreNotFound = (scoreId: string): DomainError =>
  new DomainError(PERFORMANCE_ERRORS.scoreNotFound, `There is no statement ${scoreId}.`, { scoreId });

export const notInState = ({ id, state }: StoredScore, message: string): DomainError =>
  new DomainError(PERFORMANCE_ERRORS.scoreState, message, { scoreId: id, state });
