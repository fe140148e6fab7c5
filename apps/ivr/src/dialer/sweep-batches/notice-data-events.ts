import {
  NOTICE_DATA_KINDS,
  type NoticeDataChange,
  type NoticeDataChangedPayload,
  type NoticeDataKind,
} from '@switchyard/contracts';

interface ChangedBatch {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly change: NoticeDataChange;
}

/** What is told of batches whose data have a time limit (L24, L25); nothing of other kinds. */
export function noticeDataEvents(
  batches: readonly ChangedBatch[],
  at: Date,
): readonly NoticeDataChangedPayload[] {
  return batches.flatMap(({ id: batchId, kind, name, change }) =>
    isNoticeData(kind) ? [{ batchId, kind, name, change, at: at.toISOString() }] : [],
  );
}

const isNoticeData = (kind: string): kind is NoticeDataKind =>
  NOTICE_DATA_KINDS.some((known) => known === kind);
