import {
  AGENT_ERRORS,
  CheckWording,
  GetRecording,
  ListRecordings,
  type ListRecordingsRequest,
  type RecordingView,
} from '@switchyard/contracts';
import { findForbidden } from '@switchyard/domain';
import { DomainError, type InProcessBus, toEnvelope } from '@switchyard/platform';

const PHRASES = [
  { code: 'forbidden-07', wordings: ['这我怎么知道'] },
  { code: 'forbidden-12', wordings: ['没办法'] },
];

/** What quality control asks of others: the recordings of ivr, and the forbidden phrases of the service desk. */
export class CallsOfOthers {
  readonly recordings: RecordingView[] = [];
  /** Set, the service desk does not answer. */
  deskAway = false;

  constructor(bus: InProcessBus) {
    const serve = (subject: string, answer: (request: never) => unknown) =>
      bus.serve(subject, async (_, json) => JSON.stringify(this.answer(answer, JSON.parse(json))));
    serve(ListRecordings.subject, (request) => this.list(request));
    serve(GetRecording.subject, (request) => this.get(request));
    serve(CheckWording.subject, (request) => this.check(request));
  }

  /** A call of an agent; it is heard unless told otherwise. */
  add(more: Pick<RecordingView, 'startedAt'> & Partial<RecordingView>): RecordingView {
    const number = String(this.recordings.length + 1).padStart(12, '0');
    const id = `00000000-0000-4000-8000-${number}`;
    const facts = {
      callId: `call-${number}`,
      queue: 'general' as const,
      announced: true,
      state: 'stored' as const,
    };
    const recording: RecordingView = { id, ...facts, seconds: 120, bytes: 1000, ...more };
    this.recordings.push(recording);
    return recording;
  }

  private answer(answer: (request: never) => unknown, request: unknown): unknown {
    try {
      return { response: answer(request as never) };
    } catch (error) {
      return { err: toEnvelope(error) };
    }
  }

  private list({ from = '', to = '', limit = 50, cursor = '0' }: ListRecordingsRequest) {
    const all = this.recordings.filter(({ startedAt }) => startedAt >= from && startedAt < to);
    const next = Number(cursor) + limit;
    const items = all.slice(Number(cursor), next);
    return { items, ...(next < all.length && { nextCursor: String(next) }) };
  }

  private get({ recordingId }: { recordingId: string }): RecordingView {
    const found = this.recordings.find(({ id }) => id === recordingId);
    if (found) return found;
    throw new DomainError(AGENT_ERRORS.recordingNotFound, 'There is no such recording.');
  }

  private check({ text }: { text: string }) {
    if (this.deskAway) throw new DomainError('service.unavailable', 'ticket does not answer; try again.');
    return {
      findings: findForbidden(text, PHRASES).map((found) => ({ ...found, instead: '请稍等，我为您查询' })),
    };
  }
}
