import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Id, Instant, ListOf, OneOf, RequiredText } from '../../kernel/fields';
import { QUALITY_ERRORS } from './errors';
import { ForbiddenPhraseHit } from './evaluation.view';
import { SecondOf } from './quality-fields';
import { TRANSCRIPT_SPEAKERS, type TranscriptSpeaker } from './words';

export class TranscriptLineBody {
  @SecondOf('Seconds from the begin of the recording')
  second: number;

  @OneOf('Who speaks', TRANSCRIPT_SPEAKERS)
  speaker: TranscriptSpeaker;

  @RequiredText('What is said', 2000)
  text: string;
}

export class TranscriptBody {
  @RequiredText('Where it comes from: which recogniser, or who wrote it', 100)
  source: string;

  @ListOf('Utterances in order', () => TranscriptLineBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  lines: TranscriptLineBody[];
}

export class TranscriptReference {
  @Id('The recording')
  recordingId: string;
}

export class ImportTranscriptRequest extends TranscriptBody {
  @Id('The recording')
  recordingId: string;
}

export class TranscriptView extends ImportTranscriptRequest {
  @Instant('When it was handed in')
  importedAt: string;

  @RequiredText('Who handed it in', 200)
  importedBy: string;

  @ListOf('Forbidden phrases of the agent by the list in force (§14)', () => ForbiddenPhraseHit)
  phrases: ForbiddenPhraseHit[];
}

/** A recording in words, handed in by whatever recognises speech; handed in again, it replaces the one before. */
export const ImportTranscript = operation({
  subject: 'hr.command.import-transcript.v1',
  request: ImportTranscriptRequest,
  reply: TranscriptView,
  errors: [QUALITY_ERRORS.recordingUnusable],
});

export const GetTranscript = operation({
  subject: 'hr.query.transcript.v1',
  request: TranscriptReference,
  reply: TranscriptView,
  errors: [QUALITY_ERRORS.transcriptNotFound],
});
