export const STAFFING_ERRORS = {
  /** The file is no table, lacks a column, or none of its rows can be used. */
  fileInvalid: 'call-history.file-invalid',
  /** The span is empty or longer than a year. */
  spanInvalid: 'staffing.span-invalid',
  /** Nothing is known of the queue before the first day. */
  noHistory: 'call-forecast.no-history',
  forecastNotFound: 'call-forecast.not-found',
  proposalNotFound: 'roster-proposal.not-found',
  /** One is under way for this roster. */
  proposalAlreadyAsked: 'roster-proposal.already-asked',
  /** Only what is done can be taken over, only what goes on can be cancelled. */
  proposalState: 'roster-proposal.not-allowed-in-state',
  /** Nobody, or more people than can be planned together; or no template. */
  proposalInvalid: 'roster-proposal.invalid',
} as const;

export const PROPOSAL_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
