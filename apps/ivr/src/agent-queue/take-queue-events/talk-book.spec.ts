import type { QueueEvent } from '../../telephony/queue-node.port';
import { TalkBook } from './talk-book';

const talk = { callId: 'c1', queue: 'billing', sipUser: '1001', agentCallId: 'leg' };
const connected: QueueEvent = { type: 'agent-connected', ...talk, waitedSeconds: 1, ringSeconds: 1, at: 1 };
const ended = { waitedSeconds: 1, talkSeconds: 1, holdSeconds: 0, endedBy: 'agent' as const, at: 2 };
const completed: QueueEvent = { type: 'agent-completed', ...talk, ...ended };

describe('who talks with whom', () => {
  it('is known from the connection to the end', () => {
    const book = new TalkBook();
    book.note(connected);
    expect(book.all()).toEqual([talk]);
    book.note({ type: 'agent-completed', ...talk, callId: 'another', ...ended });
    expect(book.all()).toEqual([talk]);
    book.note(completed);
    expect(book.all()).toEqual([]);
  });

  it('is what a snapshot says', () => {
    const book = new TalkBook();
    book.note(connected);
    book.note({ type: 'snapshot', queues: [], talks: [{ ...talk, sipUser: '1002' }], at: 3 });
    expect(book.all().map(({ sipUser }) => sipUser)).toEqual(['1002']);
  });
});
