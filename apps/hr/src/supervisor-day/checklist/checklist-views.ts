import type { ChecklistItemView, ChecklistStanding } from '@switchyard/contracts';
import type { ChecklistFile, ChecklistItem } from './checklist.port';

/** Done in time or late, still open, or missed. */
export function standingOf({ doneAt, dueAt }: ChecklistItem, now: Date): ChecklistStanding {
  if (doneAt) return doneAt > dueAt ? 'late' : 'done';
  return now > dueAt ? 'missed' : 'open';
}

export function toItemView(item: ChecklistItem, now: Date): ChecklistItemView {
  const { id, dueOn: _dueOn, dueAt, doneAt, escalatedAt, attachments, ...facts } = item;
  return {
    ...facts,
    itemId: id,
    dueAt: dueAt.toISOString(),
    standing: standingOf(item, now),
    ...(doneAt && { doneAt: doneAt.toISOString() }),
    ...(escalatedAt && { escalatedAt: escalatedAt.toISOString() }),
    attachments: attachments.map(toFileView),
  };
}

export function toFileView({ id, fileName, mediaType, bytes, addedAt, addedBy }: ChecklistFile) {
  return { attachmentId: id, fileName, mediaType, bytes, addedAt: addedAt.toISOString(), addedBy };
}
