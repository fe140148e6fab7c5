/** Stable codes of what performance refuses. */
export const PERFORMANCE_ERRORS = {
  staffNotFound: 'staff.not-found',
  /** Your sign-in account belongs to no member of staff. */
  notStaff: 'performance.not-staff',
  monthNotOver: 'performance.month-not-over',
  itemNotFound: 'performance-item.not-found',
  itemInvalid: 'performance-item.invalid',
  /** Nobody records, excludes or decides for themselves. */
  ownMatter: 'performance.own-matter',
  itemCancelled: 'performance-item.already-cancelled',
  caseNotFound: 'performance-case.not-found',
  caseExcluded: 'performance-case.already-excluded',
  scoreNotFound: 'monthly-score.not-found',
  runRunning: 'score-run.already-running',
  /** Facts are missing; give a reason to publish all the same. */
  scoreIncomplete: 'monthly-score.incomplete',
  /** The state does not allow it; details tell it. */
  scoreState: 'monthly-score.not-allowed-in-state',
  appealOver: 'monthly-score.appeal-period-over',
  /** Who reckoned or published the score does not decide the appeal. */
  appealByScorer: 'monthly-score.decided-by-scorer',
  correctionMissing: 'monthly-score.correction-missing',
  proposalNotFound: 'bonus-proposal.not-found',
  proposalExists: 'bonus-proposal.already-drafted',
  proposalState: 'bonus-proposal.not-allowed-in-state',
  /** The drafter does not approve, and nobody approves twice. */
  proposalApprover: 'bonus-proposal.not-an-approver',
  proposalRunner: 'bonus-proposal.not-the-runner',
  proposalOpen: 'bonus-proposal.scores-not-final',
  templateNotFound: 'appraisal-template.not-found',
  templateInvalid: 'appraisal-template.invalid',
  appraisalNotFound: 'appraisal.not-found',
  appraisalState: 'appraisal.not-allowed-in-state',
  appraisalPeriod: 'appraisal.period-invalid',
  appraisalIncomplete: 'appraisal.incomplete',
} as const;
