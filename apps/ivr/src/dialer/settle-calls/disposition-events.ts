import {
  ContactCancelled,
  type ContactEventPayload,
  ContactHandedOff,
  type ContactCancelledPayload,
  type ContactHandedOffPayload,
  NoticeDelivered,
  type NoticeDeliveredPayload,
  type RequestContext,
} from '@switchyard/contracts';
import type { Outbox } from '@switchyard/platform';
import type { DisposedContact, Disposition } from './settlements.port';

/** What the events tell of a contact beside its disposition. */
export interface ContactStory extends ContactEventPayload {
  readonly target: string;
  readonly lastCall: {
    readonly callId: string;
    readonly direction: 'out' | 'in';
    readonly heardMs: number;
  } | null;
}

export abstract class ContactStories {
  /** In the transaction of the change, so that it tells what is committed. */
  abstract tell(contactIds: readonly string[]): Promise<ReadonlyMap<string, ContactStory>>;
}

/** Publishes each disposition, once, with its evidence (T2.11). */
export class DispositionEvents {
  constructor(
    private readonly stories: ContactStories,
    private readonly outbox: Outbox,
  ) {}

  async append(disposed: readonly DisposedContact[], context: RequestContext): Promise<void> {
    // A stopped batch is told by its figures (ivr.event.batch-finished.v1), not contact by contact.
    const told = disposed.filter((contact) => contact.reason !== 'stopped');
    if (told.length === 0) return;
    const stories = await this.stories.tell(told.map((contact) => contact.contactId));
    const tell = <Payload>(
      disposition: Disposition,
      payload: (story: ContactStory, reason: string) => Payload,
    ) =>
      told
        .filter((contact) => contact.disposition === disposition)
        .map(({ contactId, reason }) => payload(storyOf(stories, contactId), reason));
    await this.outbox.appendAll(NoticeDelivered, tell('delivered', delivered), context);
    await this.outbox.appendAll(ContactHandedOff, tell('handed-off', handedOff), context);
    await this.outbox.appendAll(ContactCancelled, tell('cancelled', cancelled), context);
  }
}

function storyOf(stories: ReadonlyMap<string, ContactStory>, contactId: string): ContactStory {
  const story = stories.get(contactId);
  if (!story) throw new Error(`contact ${contactId} has vanished`);
  return story;
}

function delivered({ target: _target, lastCall, ...story }: ContactStory): NoticeDeliveredPayload {
  if (!lastCall) throw new Error(`contact ${story.contactId} was delivered without a call`);
  return { ...story, ...lastCall };
}

function handedOff({ lastCall: _lastCall, ...story }: ContactStory, reason: string): ContactHandedOffPayload {
  return { ...story, reason: reason as ContactHandedOffPayload['reason'] };
}

function cancelled(
  { lastCall: _lastCall, target: _target, ...story }: ContactStory,
  reason: string,
): ContactCancelledPayload {
  return { ...story, reason: reason as ContactCancelledPayload['reason'] };
}
