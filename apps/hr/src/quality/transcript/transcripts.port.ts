import type { TranscriptLine } from '@switchyard/domain';

export interface Transcript {
  readonly recordingId: string;
  readonly source: string;
  readonly lines: readonly TranscriptLine[];
  readonly importedAt: Date;
  readonly importedBy: string;
}

/** Recordings in words; most have none. */
export abstract class Transcripts {
  abstract find(recordingId: string): Promise<Transcript | undefined>;
  /** In the place of the one before. */
  abstract save(transcript: Transcript): Promise<void>;
}
