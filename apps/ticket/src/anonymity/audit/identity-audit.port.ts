import type { IdentityAction } from '@switchyard/contracts';

/** What happened to identities; nothing in it tells of one. */
export interface IdentityAuditEntry {
  readonly at: Date;
  readonly action: IdentityAction;
  readonly actor: string;
  readonly number?: string;
  readonly requestId?: string;
  readonly reason?: string;
  readonly correlationId: string;
}

export interface IdentityAuditFilter {
  readonly number?: string;
  readonly actor?: string;
  readonly action?: IdentityAction;
  readonly from?: Date;
  readonly to?: Date;
}

export interface IdentityAuditPageOf {
  readonly items: readonly IdentityAuditEntry[];
  readonly nextCursor?: string;
}

/** Only ever appended to. */
export abstract class IdentityAudit {
  abstract add(entry: IdentityAuditEntry): Promise<void>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: IdentityAuditFilter, limit: number, cursor?: string): Promise<IdentityAuditPageOf>;
}
