import { operation } from '../../kernel/contract';
import { Bounded, Id, ListOf, OneOf, OptionalText, Whole } from '../../kernel/fields';
import { EXAM_ATTEMPT_ERRORS, ExamAttemptSummary } from './exam-attempt.view';

export class MarkRow {
  @Whole('Number of the question', 1, 200)
  no: number;

  @Bounded('Points, at most those of the question', 0, 1000)
  points: number;

  @OptionalText('Remark', 1000)
  remark?: string;
}

export class MarksBody {
  @ListOf('Marks of the answers that the key cannot mark', () => MarkRow, 200)
  marks: MarkRow[];
}

export class MarkExamAttemptRequest extends MarksBody {
  @Id('Id of the attempt')
  examAttemptId: string;
}

export class MarkNeed {
  @Whole('Number of the question', 1, 200)
  no: number;

  @OneOf('settling: two markers were too far apart', ['first', 'second', 'settling'])
  needs: 'first' | 'second' | 'settling';
}

export class MarkedExamAttempt extends ExamAttemptSummary {
  @ListOf('Answers that still need a marker', () => MarkNeed, 200)
  open: MarkNeed[];
}

/** Marks as the first, the second or the settling person, whichever is due; nobody marks an answer twice, or their own paper. */
export const MarkExamAttempt = operation({
  subject: 'hr.command.mark-exam-attempt.v1',
  request: MarkExamAttemptRequest,
  reply: MarkedExamAttempt,
  errors: [
    EXAM_ATTEMPT_ERRORS.notFound,
    EXAM_ATTEMPT_ERRORS.wrongState,
    EXAM_ATTEMPT_ERRORS.notMarker,
    EXAM_ATTEMPT_ERRORS.markInvalid,
  ],
});
