import type { SystemFaultStatus } from '@switchyard/contracts';

export interface SystemFault {
  readonly faultId: string;
  readonly reference: string;
  readonly component: string;
  readonly symptom: string;
  readonly since: Date;
  readonly toldTo: string;
  readonly status: SystemFaultStatus;
  readonly cause?: string;
  readonly solution?: string;
  readonly solvedAt?: Date;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface SystemFaultFilter {
  readonly status?: SystemFaultStatus;
  readonly from?: Date;
  readonly before?: Date;
}

export abstract class SystemFaults {
  /** The entry; that of the same reference when there is one. */
  abstract add(fault: SystemFault): Promise<SystemFault>;
  /** The entry, which nobody else can change until the transaction ends. */
  abstract lock(faultId: string): Promise<SystemFault | undefined>;
  abstract save(fault: SystemFault): Promise<void>;
  /** The latest first. */
  abstract list(
    filter: SystemFaultFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly SystemFault[]; readonly nextCursor?: string }>;
}
