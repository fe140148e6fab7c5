import type { EscalationRecipient } from '@switchyard/contracts';
import type { ClockPolicyVersion, Recipient } from '@switchyard/domain';
import type { NewNotification } from '../notification/notifications.port';
import type { StoredAlarm, StoredClock } from './stored-clocks.port';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Departments that do not depend on whose clock it is. */
const DEPARTMENT: Readonly<Partial<Record<Recipient, string>>> = {
  'shift-leader': 'centre',
  'centre-head': 'centre',
  city: 'marketing-city',
  province: 'marketing-province',
};

/** Who in particular is told (§22): the liaison and the head are those of the department that has the matter in hand. */
export function recipientsOf(clock: StoredClock, { recipients }: StoredAlarm): EscalationRecipient[] {
  return recipients.map((role) => ({ role, department: DEPARTMENT[role] ?? clock.owner }));
}

/** What each of them finds in the list of notifications: once for a level of a clock. */
export function escalationNotices(
  clock: StoredClock,
  alarm: StoredAlarm,
  policy: Pick<ClockPolicyVersion, 'nameZh' | 'nameEn'> | undefined,
  now: Date,
): NewNotification[] {
  const { id, subject, subjectId, limit, owner, dueAt } = clock;
  const names = { 'zh-CN': policy?.nameZh ?? limit, en: policy?.nameEn ?? limit };
  const standing = standingOf(clock, now);
  const due = dueAt ? inShanghai(dueAt) : '—';
  return recipientsOf(clock, alarm).map((recipient) => ({
    kind: 'clock-escalated',
    ...recipient,
    subject,
    subjectId,
    clockId: id,
    level: alarm.level,
    at: now,
    title: {
      'zh-CN': `${names['zh-CN']}${standing['zh-CN']}：${subjectId}`,
      en: `${names.en} ${standing.en}: ${subjectId}`,
    },
    text: {
      'zh-CN': `${limit} ${names['zh-CN']}，承办：${owner}，期限：${due}。`,
      en: `${limit} ${names.en}; with ${owner}; due ${due}.`,
    },
    onceKey: `clock:${id}:${alarm.level}:${recipient.role}:${recipient.department ?? ''}`,
  }));
}

function standingOf({ breachesAt }: StoredClock, now: Date): { 'zh-CN': string; en: string } {
  if (breachesAt && breachesAt < now) return { 'zh-CN': '已超期', en: 'is overdue' };
  return { 'zh-CN': '即将到期', en: 'is nearly due' };
}

function inShanghai(at: Date): string {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
