import { operation } from '../../kernel/contract';
import { Id, OneOf, OptionalInstant, OptionalText, RequiredText } from '../../kernel/fields';
import { CANDIDATE_ERRORS } from './candidate-errors';
import { CandidateView, InterviewMarkFields } from './candidate.view';
import { BACKGROUND_WORDS, type BackgroundWord } from './hiring-words';

export class InterviewFields extends InterviewMarkFields {
  @OptionalInstant('When it was held; now unless given')
  heldAt?: string;

  @OptionalText('What was said', 2000)
  remark?: string;
}

export class RecordInterviewRequest extends InterviewFields {
  @Id('The candidate')
  candidateId: string;
}

/** The verdict of the last interview counts; all are kept. */
export const RecordInterview = operation({
  subject: 'hr.command.record-interview.v1',
  request: RecordInterviewRequest,
  reply: CandidateView,
  errors: CANDIDATE_ERRORS,
});

export class BackgroundCheckFields {
  @OneOf('What it found', BACKGROUND_WORDS)
  result: BackgroundWord;

  @RequiredText('What it rests on', 1000)
  note: string;
}

export class RecordBackgroundCheckRequest extends BackgroundCheckFields {
  @Id('The candidate')
  candidateId: string;
}

export const RecordBackgroundCheck = operation({
  subject: 'hr.command.record-background-check.v1',
  request: RecordBackgroundCheckRequest,
  reply: CandidateView,
  errors: CANDIDATE_ERRORS,
});
