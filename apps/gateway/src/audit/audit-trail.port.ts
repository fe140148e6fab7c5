import type { Actor } from '@switchyard/contracts';

/**
 * `begun` stays when the process dies before the answer: whether the change was made is then to be asked of
 * the service whose data it is.
 */
export const AUDIT_OUTCOMES = ['begun', 'done', 'replayed', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: Pick<Actor, 'id' | 'name' | 'roles'>;
  readonly address: string;
  /** Method and pattern of the route: `POST /api/v1/batches/:id/start`. */
  readonly action: string;
  /** Path of the request, with the id of what it made. Never a query or a body. */
  readonly target: string;
  readonly outcome: AuditOutcome;
  /** HTTP status, once answered. */
  readonly status?: number;
  /** Code of the problem, if it was one. */
  readonly code?: string;
  readonly correlationId: string;
}

export type AuditResult = Pick<AuditEntry, 'outcome' | 'status' | 'code' | 'target'>;

export interface AuditFilter {
  readonly actorId?: string;
  readonly action?: string;
  /** Start of the target. */
  readonly target?: string;
  readonly outcome?: AuditOutcome;
  readonly correlationId?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface AuditPage {
  readonly items: readonly AuditEntry[];
  readonly nextCursor?: string;
}

export abstract class AuditTrail {
  abstract add(entry: AuditEntry): Promise<void>;
  abstract finish(id: string, at: Date, result: AuditResult): Promise<void>;
  /** The latest first. */
  abstract list(filter: AuditFilter, limit: number, cursor?: string): Promise<AuditPage>;
  /** Makes room for the months to come; without it nothing can be added, and so nothing changed. */
  abstract prepareMonths(now: Date): Promise<void>;
}
