/** Stable codes of the errors of quality control; the remedy is in each message. */
export const QUALITY_ERRORS = {
  scorecardNotFound: 'scorecard.not-found',
  /** Is no scorecard, or cannot be published: weights that do not sum to 100 (C15) … */
  scorecardInvalid: 'scorecard.invalid',
  noDraft: 'scorecard.no-draft',
  noneInForce: 'scorecard.none-in-force',
  sampleNotFound: 'quality-sample.not-found',
  /** The day has not ended, or recordings of it are still being taken over. */
  dayNotOver: 'quality-sample.day-not-over',
  /** What the day was drawn from is kept for the days of the policy only. */
  frameGone: 'quality-sample.frame-gone',
  alreadyDrawn: 'quality-sample.already-drawn',
  itemNotFound: 'quality-item.not-found',
  itemNotOpen: 'quality-item.not-open',
  /** Drawn for another inspector. */
  itemOfAnother: 'quality-item.of-another-inspector',
  /** Nobody judges the own calls. */
  ownCall: 'evaluation.own-call',
  inspectorUnknown: 'quality-item.inspector-unknown',
  recordingUnusable: 'evaluation.recording-unusable',
  evaluationNotFound: 'evaluation.not-found',
  alreadyEvaluated: 'evaluation.already-there',
  marksInvalid: 'evaluation.marks-invalid',
  /** Not allowed at the step that the evaluation is at. */
  wrongStep: 'evaluation.not-allowed-at-step',
  /** The agent hears the own recording first (S2 L251). */
  notHeard: 'evaluation.not-heard',
  notStaff: 'quality.account-is-no-staff',
  appealNotFound: 'quality-appeal.not-found',
  appealTooLate: 'quality-appeal.too-late',
  appealDecided: 'quality-appeal.already-decided',
  /** Who judged the call, and who appeals, does not decide. */
  appealNeedsAnother: 'quality-appeal.needs-another',
  transcriptNotFound: 'quality-transcript.not-found',
  calibrationNotFound: 'calibration.not-found',
  calibrationClosed: 'calibration.closed',
  notInvited: 'calibration.not-invited',
  calibrationTooFew: 'calibration.too-few-entries',
  planNotFound: 'improvement-plan.not-found',
  planClosed: 'improvement-plan.closed',
  planInvalid: 'improvement-plan.invalid',
  staffUnknown: 'quality.staff-unknown',
  escalationNotFound: 'quality-escalation.not-found',
} as const;
