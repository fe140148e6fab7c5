import type { AttemptView, TimelineEntry } from '@switchyard/contracts';
import type { DialWait } from '@switchyard/domain';
import type { Batch } from '../batch/batch';
import type { Attempt, Contact } from '../contacts/contact';
import type { Bilingual } from '@switchyard/platform';
import { dispositionWords, joinWords, outcomeWords, waitWords } from './timeline-words';

export interface ContactStory {
  readonly batch: Batch;
  readonly contact: Contact;
  readonly importedAt: Date;
  readonly fileName: string | null;
  readonly attempts: readonly Attempt[];
  readonly handedOffAt: Date | null;
  readonly receipts: readonly { readonly at: Date; readonly by: string }[];
  /** Only while it waits. */
  readonly wait: DialWait | undefined;
}

/** What happened to a contact, in the order of time, and what it waits for (T2.12). */
export function timelineOf(story: ContactStory): TimelineEntry[] {
  const { batch, contact, attempts, wait } = story;
  const entries: TimelineEntry[] = [
    { at: story.importedAt.toISOString(), type: 'imported', text: importWords(story) },
    ...(batch.startedAt
      ? [
          {
            at: batch.startedAt.toISOString(),
            type: 'batch-started',
            text: both('批次启动', 'the batch was started'),
          },
        ]
      : []),
    ...attempts.map((attempt) => ({
      at: attempt.claimedAt.toISOString(),
      type: 'attempt',
      text: attemptWords(attempt),
      attempt: toAttemptView(attempt),
    })),
  ];
  if (contact.disposition && contact.disposedAt) {
    entries.push({
      at: contact.disposedAt.toISOString(),
      type: 'disposed',
      text: endWords(contact, contact.disposition),
    });
  }
  if (story.handedOffAt) {
    const text = both(
      `列入转交清单（${batch.handOffTarget}）`,
      `listed for hand-off (${batch.handOffTarget})`,
    );
    entries.push({ at: story.handedOffAt.toISOString(), type: 'handed-off', text });
  }
  for (const { at, by } of story.receipts) {
    entries.push({
      at: at.toISOString(),
      type: 'receipt',
      text: both(`清单已由${by}签收`, `the list was received by ${by}`),
    });
  }
  entries.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  if (wait)
    entries.push({
      at: (wait.until ?? contact.dueAt).toISOString(),
      type: 'waiting',
      text: waitWords(wait.reason),
    });
  return entries;
}

/** Why not yet, why never, or that the customer was told. */
export function summaryOf({ contact, attempts, wait }: ContactStory): Bilingual {
  const calls = attempts.length;
  const made = both(`已拨打 ${calls} 次`, calls === 1 ? '1 attempt was made' : `${calls} attempts were made`);
  if (contact.disposition) return joinWords([endWords(contact, contact.disposition), made]);
  if (contact.state === 'calling') return joinWords([waitWords('in-call'), made]);
  return joinWords([wait ? waitWords(wait.reason) : waitWords('in-turn'), made]);
}

export function toAttemptView(attempt: Attempt): AttemptView {
  return {
    callId: attempt.callId,
    ordinal: attempt.ordinal ?? undefined,
    claimedAt: attempt.claimedAt.toISOString(),
    originatedAt: attempt.originatedAt?.toISOString(),
    answeredAt: attempt.answeredAt?.toISOString(),
    endedAt: attempt.endedAt?.toISOString(),
    outcome: attempt.outcome ?? undefined,
    cause: attempt.cause ?? undefined,
    heardSeconds: attempt.heardMs === null ? undefined : attempt.heardMs / 1000,
    keys: attempt.keys ?? undefined,
    evidence: attempt.evidence ?? undefined,
    spokenText: attempt.spokenText ?? undefined,
    audioHash: attempt.audioHash ?? undefined,
    nextDueAt: attempt.nextDueAt?.toISOString(),
  };
}

function importWords({ contact, fileName }: ContactStory): Bilingual {
  const source = fileName ?? 'API';
  return both(`由 ${source} 第 ${contact.line} 行导入`, `imported from ${source}, line ${contact.line}`);
}

function attemptWords(attempt: Attempt): Bilingual {
  if (attempt.outcome === null) return both('正在拨打', 'being dialled');
  const parts = [outcomeWords(attempt.outcome)];
  if (attempt.direction === 'in') parts.unshift(both('客户回拨', 'the customer called back'));
  if (attempt.cause !== null) parts.push(both(`释放原因 ${attempt.cause}`, `cause ${attempt.cause}`));
  if (attempt.heardMs) {
    const seconds = (attempt.heardMs / 1000).toFixed(1);
    parts.push(both(`听了 ${seconds} 秒`, `heard ${seconds} s`));
  }
  if (attempt.keys) parts.push(both(`按键 ${attempt.keys}`, `keys ${attempt.keys}`));
  return joinWords(parts);
}

function endWords(contact: Contact, disposition: string): Bilingual {
  return dispositionWords(disposition, contact.dispositionReason);
}

function both(chinese: string, english: string): Bilingual {
  return { 'zh-CN': chinese, en: english };
}
