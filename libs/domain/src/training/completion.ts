/** What a course asks of who has attended it. */
export interface CompletionRule {
  /** Per cent of the session's minutes. */
  readonly attendancePercent: number;
  readonly examRequired: boolean;
}

export interface Participation {
  readonly sessionMinutes: number;
  readonly attendedMinutes: number;
  /** Whether an exam of the course was passed; undefined while none is released. */
  readonly examPassed?: boolean;
}

export const COMPLETIONS = ['completed', 'attendance-missing', 'exam-open', 'exam-failed'] as const;
export type Completion = (typeof COMPLETIONS)[number];

/** Whether a course counts as completed; hours are credited as attended, whatever comes of the exam. */
export function completionOf(
  { sessionMinutes, attendedMinutes, examPassed }: Participation,
  { attendancePercent, examRequired }: CompletionRule,
): Completion {
  if (attendedMinutes * 100 < sessionMinutes * attendancePercent) return 'attendance-missing';
  if (!examRequired || examPassed === true) return 'completed';
  return examPassed === false ? 'exam-failed' : 'exam-open';
}
