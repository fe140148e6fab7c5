import type { BatchKind, BatchState, SuccessRule } from '@switchyard/domain';

/** A batch as it is stored. */
export interface Batch {
  readonly id: string;
  readonly kind: BatchKind;
  readonly name: string;
  readonly language: 'zh-CN' | 'en';
  readonly state: BatchState;
  readonly policyName: string;
  readonly successRule: SuccessRule;
  readonly callerId: string | null;
  readonly trunk: string | null;
  readonly lineSharePercent: number;
  readonly handOffTarget: string;
  readonly dataAsOf: Date | null;
  readonly handedInAt: Date | null;
  readonly deadlineAt: Date | null;
  readonly startedAt: Date | null;
  /** When the last contact got its disposition: figures and hand-off list are final. */
  readonly endedAt: Date | null;
  readonly contacts: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export type NewBatch = Omit<
  Batch,
  'state' | 'handedInAt' | 'startedAt' | 'endedAt' | 'contacts' | 'updatedAt' | 'version'
>;

export type BatchChange = Partial<
  Pick<Batch, 'state' | 'dataAsOf' | 'handedInAt' | 'deadlineAt' | 'startedAt'>
>;
