/** The words of quality control on the wire; one list each. */
export const SCORECARD_KINDS = ['points', 'yes-no', 'critical'] as const;
export type ScorecardKindWord = (typeof SCORECARD_KINDS)[number];

export const SCORECARD_ASPECT_WORDS = ['accuracy', 'soft', 'technical'] as const;
export type ScorecardAspectWord = (typeof SCORECARD_ASPECT_WORDS)[number];

export const SCORECARD_STATES = ['draft', 'published', 'retired'] as const;
export type ScorecardStateWord = (typeof SCORECARD_STATES)[number];

export const QUALITY_DRAW_REASONS = ['share', 'new', 'weak', 'weekly'] as const;
export type QualityDrawReason = (typeof QUALITY_DRAW_REASONS)[number];

export const QUALITY_HINTS = ['long-talk', 'long-after-call', 'long-ring', 'low-rating'] as const;
export type QualityHint = (typeof QUALITY_HINTS)[number];

export const QUALITY_CLASSES = ['ordinary', 'new', 'weak'] as const;
export type QualityClassWord = (typeof QUALITY_CLASSES)[number];

/** `gone`: the recording cannot be heard any more. */
export const QUALITY_ITEM_STATES = ['open', 'evaluated', 'gone'] as const;
export type QualityItemState = (typeof QUALITY_ITEM_STATES)[number];

export const EVALUATION_FEEDBACK_MODES = ['face-to-face', 'written'] as const;
export type EvaluationFeedbackMode = (typeof EVALUATION_FEEDBACK_MODES)[number];

/** Where a call's evaluation has got to. */
export const EVALUATION_STEPS = ['evaluated', 'told', 'acknowledged', 'appealed', 'decided'] as const;
export type EvaluationStep = (typeof EVALUATION_STEPS)[number];

export const PHRASE_SOURCES = ['transcript', 'quotes', 'both', 'none'] as const;
export type PhraseSource = (typeof PHRASE_SOURCES)[number];

export const QUALITY_APPEAL_STATES = ['open', 'upheld', 'changed'] as const;
export type QualityAppealState = (typeof QUALITY_APPEAL_STATES)[number];

export const CALIBRATION_STATES = ['open', 'closed'] as const;
export type CalibrationState = (typeof CALIBRATION_STATES)[number];

export const IMPROVEMENT_STATES = ['open', 'fulfilled', 'failed', 'cancelled'] as const;
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];

export const TRANSCRIPT_SPEAKERS = ['agent', 'caller'] as const;
export type TranscriptSpeaker = (typeof TRANSCRIPT_SPEAKERS)[number];

export const QUALITY_GROUPINGS = ['agent', 'group', 'item', 'week'] as const;
export type QualityGrouping = (typeof QUALITY_GROUPINGS)[number];
