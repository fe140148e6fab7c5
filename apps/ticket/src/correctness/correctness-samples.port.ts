import type { AuditedSubject, Verdicts } from '@switchyard/domain';

export interface Period {
  readonly from: Date;
  readonly before: Date;
}

/** Something that was done in a period and can be drawn. */
export interface AuditedWork {
  /** Number of a work order, or id of an outage. */
  readonly work: string;
  /** Of an outage's notice: it is judged area by area. */
  readonly areaCode?: string;
  readonly doneBy: string;
}

export interface NewSample extends Period {
  readonly id: string;
  readonly subject: AuditedSubject;
  readonly seed: string;
  readonly population: number;
  readonly drawnAt: Date;
  readonly drawnBy: string;
}

export interface Sample extends NewSample {
  readonly size: number;
  readonly judged: number;
}

export interface Judgement {
  readonly verdicts: Verdicts;
  readonly remark?: string;
  readonly judgedAt: Date;
  readonly judgedBy: string;
}

export interface SampleItem extends AuditedWork, Partial<Judgement> {
  readonly id: string;
  readonly sampleId: string;
  readonly subject: AuditedSubject;
  /** Place in the draw, from 1. */
  readonly place: number;
}

export interface ItemFilter {
  readonly sampleId?: string;
  readonly subject?: AuditedSubject;
  readonly areaCode?: string;
  readonly doneBy?: string;
  readonly judged?: boolean;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export abstract class CorrectnessSamples {
  /** All work of a subject in a period. */
  abstract workOf(subject: AuditedSubject, period: Period): Promise<readonly AuditedWork[]>;
  abstract of(subject: AuditedSubject, period: Period): Promise<Sample | undefined>;
  /** False when a sample of this subject and period is there. */
  abstract add(sample: NewSample, drawn: readonly AuditedWork[]): Promise<boolean>;
  abstract list(subject: AuditedSubject | undefined, limit: number, cursor?: string): Promise<Page<Sample>>;
  abstract items(filter: ItemFilter, limit: number, cursor?: string): Promise<Page<SampleItem>>;
  abstract item(id: string): Promise<SampleItem | undefined>;
  /** Keeps the judgements before it. */
  abstract judge(itemId: string, judgement: Judgement): Promise<void>;
  /** The samples whose periods lie within, without paging. */
  abstract within(period: Partial<Period>): Promise<readonly Sample[]>;
  abstract itemsOf(sampleIds: readonly string[]): Promise<readonly SampleItem[]>;
}
