import { Controller, Inject } from '@nestjs/common';
import {
  GetTranscript,
  ImportTranscript,
  ImportTranscriptRequest,
  QUALITY_ERRORS,
  type RequestContext,
  TranscriptReference,
  type TranscriptView,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { RecordedCalls } from '../sampling/recorded-calls.port';
import { ForbiddenPhrases } from './forbidden-phrases';
import { type Transcript, Transcripts } from './transcripts.port';

@Controller()
export class TranscriptsHandler {
  constructor(
    private readonly transcripts: Transcripts,
    private readonly recorded: RecordedCalls,
    private readonly phrases: ForbiddenPhrases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(ImportTranscript)
  async import(request: ImportTranscriptRequest, { actor }: RequestContext): Promise<TranscriptView> {
    const { recordingId, source } = request;
    if (!(await this.recorded.find(recordingId))) {
      throw new DomainError(
        QUALITY_ERRORS.recordingUnusable,
        `There is no recording ${recordingId}; GET /recordings lists them.`,
        { field: 'recordingId', recordingId },
      );
    }
    const lines = request.lines.map(({ second, speaker, text }) => ({ second, speaker, text }));
    const transcript = { recordingId, source, lines, importedAt: this.clock.now(), importedBy: actor.id };
    await this.transcripts.save(transcript);
    return this.view(transcript);
  }

  @Handles(GetTranscript)
  async get({ recordingId }: TranscriptReference): Promise<TranscriptView> {
    const transcript = await this.transcripts.find(recordingId);
    if (transcript) return this.view(transcript);
    throw new DomainError(
      QUALITY_ERRORS.transcriptNotFound,
      'This recording has no transcript; hear it, and quote what was said when you judge it.',
      { recordingId },
    );
  }

  private async view({ lines, importedAt, ...transcript }: Transcript): Promise<TranscriptView> {
    const phrases = await this.phrases.inTranscript(lines);
    return {
      ...transcript,
      importedAt: importedAt.toISOString(),
      lines: lines.map((line) => ({ ...line })),
      phrases: phrases.map((phrase) => ({ ...phrase })),
    };
  }
}
