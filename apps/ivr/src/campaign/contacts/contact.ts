import type { CustomerKind } from '@switchyard/domain';

/** A contact as it is stored. Money in fen. */
export interface Contact {
  readonly id: string;
  readonly batchId: string;
  readonly importId: string;
  readonly line: number;
  readonly accountNo: string;
  readonly period: string;
  readonly customerName: string;
  readonly customerKind: CustomerKind;
  readonly number: string;
  readonly extension: string | null;
  readonly language: 'zh-CN' | 'en';
  readonly payableFen: number;
  readonly notice: Readonly<Record<string, unknown>>;
  readonly state: 'waiting' | 'calling' | 'done';
  readonly dueAt: Date;
  readonly waitReason: string;
  readonly countedAttempts: number;
  readonly technicalFailures: number;
  readonly disposition: 'delivered' | 'handed-off' | 'cancelled' | null;
  readonly dispositionReason: string | null;
  readonly disposedAt: Date | null;
}

/** One attempt with its call. */
export interface Attempt {
  readonly contactId: string;
  readonly callId: string;
  readonly ordinal: number | null;
  readonly direction: 'out' | 'in';
  readonly claimedAt: Date;
  readonly originatedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
  readonly cause: number | null;
  readonly heardMs: number | null;
  readonly keys: string | null;
  readonly evidence: string | null;
  readonly spokenText: string | null;
  readonly audioHash: string | null;
  readonly nextDueAt: Date | null;
}
