import type { QueueName, RecordingKeptFor } from '@switchyard/domain';

export type RecordingState = 'expected' | 'stored' | 'missing' | 'deleted';

/** A file that the PBX wrote. */
export interface RecordedFile {
  /** Name without its ending: of the inbound call's recording or the call's id, `-2` and so on for later stays. */
  readonly name: string;
  readonly changedAt: Date;
}

/** A recording that is to be taken over from the PBX. */
export interface ExpectedRecording {
  readonly id: string;
  readonly callId: string;
  readonly startedAt: Date;
}

export interface StoredFile {
  readonly fileKey: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly endedAt: Date;
  readonly storedAt: Date;
  readonly deleteAfter: Date;
}

export interface Recording {
  readonly id: string;
  readonly callId: string;
  readonly queue: QueueName | null;
  readonly agentId: string | null;
  /** Number of the agent (工号). */
  readonly workNo: string | null;
  readonly ringSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly afterCallSeconds: number | null;
  /** How satisfied the caller was, 1 to 5. */
  readonly csat: number | null;
  readonly announced: boolean;
  readonly state: RecordingState;
  readonly fileKey: string | null;
  readonly bytes: number | null;
  readonly seconds: number | null;
  readonly startedAt: Date;
  readonly deleteAfter: Date | null;
  /** Why it is there although its days are over, or will be. */
  readonly keptFor: RecordingKeptFor | null;
  readonly deletedAt: Date | null;
}

/** A stored recording whose time is over. */
export interface ExpiredRecording {
  readonly id: string;
  readonly callId: string;
  readonly fileKey: string;
}

export interface RecordingFilter {
  readonly callId?: string;
  readonly agentId?: string;
  readonly queue?: QueueName;
  readonly state?: RecordingState;
  readonly from?: Date;
  readonly to?: Date;
  readonly limit: number;
  readonly before?: { readonly startedAt: string; readonly id: string };
}

/** What becomes of a file: its row; `wait` while the talk goes on; `stranger` where it is of no human call. */
export type Claim =
  | { readonly kind: 'take'; readonly recording: ExpectedRecording }
  | { readonly kind: 'taken' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'stranger' };

export abstract class Recordings {
  /** Makes or finds the row of a file; the same file is the same row, however often a process dies over it. */
  abstract claim(file: RecordedFile): Promise<Claim>;
  abstract stored(id: string, file: StoredFile): Promise<void>;
  /** The PBX recorded nothing. */
  abstract missing(id: string, at: Date): Promise<void>;
  abstract find(id: string): Promise<Recording | undefined>;
  /** The latest first; one more than `limit` when there are more. */
  abstract list(filter: RecordingFilter): Promise<readonly (Recording & { readonly startedKey: string })[]>;
  /** Locks up to `limit` stored ones whose time is over until the transaction ends; leaves out what another has. */
  abstract takeExpired(now: Date, limit: number): Promise<readonly ExpiredRecording[]>;
  /** It is needed: its time is looked at again at `until`, and evidence is told to be kept until then. */
  abstract keep(id: string, why: RecordingKeptFor, until: Date): Promise<void>;
  abstract deleted(id: string, reason: string, at: Date): Promise<void>;
}
