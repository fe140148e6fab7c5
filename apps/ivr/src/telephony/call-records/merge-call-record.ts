import type { CallRecord } from './call-records.port';

/** One call's rows of CDR and CEL, drawn together; null where there is no such row. */
export interface RecordedCall {
  readonly callId: string;
  readonly cdrStartedAt: Date | null;
  readonly cdrAnsweredAt: Date | null;
  readonly cdrEndedAt: Date | null;
  /** `ANSWERED`, `NO ANSWER`, `BUSY`, `FAILED` or `CONGESTION`. */
  readonly disposition: string | null;
  readonly celStartedAt: Date | null;
  readonly celAnsweredAt: Date | null;
  readonly celEndedAt: Date | null;
  readonly celCause: number | null;
}

/** Q.850 causes that a CDR's disposition stands for by itself; the others could be anything. */
const CAUSE_OF_DISPOSITION: Readonly<Record<string, number>> = { BUSY: 17, CONGESTION: 34 };

/** Each of the two may be missing: CEL knows the cause, either knows the times. @returns undefined while the call lasts */
export function mergeCallRecord(rows: RecordedCall): CallRecord | undefined {
  const endedAt = rows.celEndedAt ?? rows.cdrEndedAt;
  const startedAt = rows.celStartedAt ?? rows.cdrStartedAt ?? endedAt;
  if (endedAt === null || startedAt === null) return undefined;
  const answeredAt = rows.celAnsweredAt ?? rows.cdrAnsweredAt ?? undefined;
  const cause = rows.celCause ?? CAUSE_OF_DISPOSITION[rows.disposition ?? ''] ?? 0;
  const billSeconds =
    answeredAt === undefined ? 0 : Math.max(0, Math.floor((+endedAt - +answeredAt) / 1_000));
  return { callId: rows.callId, startedAt, ...(answeredAt && { answeredAt }), endedAt, cause, billSeconds };
}
