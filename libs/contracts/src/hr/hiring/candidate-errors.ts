import { HIRING_ERRORS } from './hiring-words';

export const CANDIDATE_ERRORS = [HIRING_ERRORS.candidateNotFound, HIRING_ERRORS.candidateState];
