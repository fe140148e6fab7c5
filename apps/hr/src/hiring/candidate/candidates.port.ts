import type { CandidateFields, ListCandidatesRequest } from '@switchyard/contracts';
import type {
  BackgroundResult,
  CandidateState,
  ChecklistEntry,
  InterviewDimension,
  InterviewMarks,
} from '@switchyard/domain';
import type { Page } from '../page';

export interface Candidate extends CandidateFields {
  readonly candidateId: string;
  readonly vacancyId: string;
  readonly state: CandidateState;
  readonly background?: BackgroundResult;
  readonly backgroundNote?: string;
  readonly contractSignedOn?: string;
  readonly contractUntil?: string;
  readonly waiver?: string;
  readonly endReason?: string;
  readonly staffNumber?: string;
  readonly appliedAt: Date;
  readonly updatedAt: Date;
}

export interface Interview {
  readonly interviewId: string;
  readonly heldAt: Date;
  readonly interviewer: string;
  readonly marks: InterviewMarks;
  readonly mean: number;
  readonly passed: boolean;
  readonly weak: readonly InterviewDimension[];
  readonly remark?: string;
}

export interface OnboardingEntry extends ChecklistEntry {
  readonly doneAt?: Date;
  readonly doneBy?: string;
  readonly note?: string;
}

export interface CandidateEvent {
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  readonly note?: string;
}

/** Who applied, and what was found, said and done about it. */
export abstract class Candidates {
  abstract add(candidate: Candidate): Promise<void>;
  abstract find(candidateId: string): Promise<Candidate | undefined>;
  /** The same; nobody else can change it until the transaction ends. */
  abstract lock(candidateId: string): Promise<Candidate | undefined>;
  abstract save(candidate: Candidate): Promise<void>;
  /** The newest first. */
  abstract list(
    filter: Omit<ListCandidatesRequest, 'limit' | 'cursor'>,
    limit: number,
    cursor?: string,
  ): Promise<Page<Candidate>>;

  abstract addInterview(candidateId: string, interview: Interview, recordedAt: Date): Promise<void>;
  /** The newest first. */
  abstract interviews(candidateId: string): Promise<readonly Interview[]>;

  /** Leaves entries that are there. */
  abstract addChecklist(candidateId: string, entries: readonly ChecklistEntry[]): Promise<void>;
  abstract checklist(candidateId: string): Promise<readonly OnboardingEntry[]>;
  /** False when there is no such entry. */
  abstract tick(
    candidateId: string,
    code: string,
    done: Pick<OnboardingEntry, 'doneAt' | 'doneBy' | 'note'>,
  ): Promise<boolean>;

  abstract note(candidateId: string, event: CandidateEvent): Promise<void>;
  /** The newest first, at most 500. */
  abstract history(candidateId: string): Promise<readonly CandidateEvent[]>;
}
