import { Injectable } from '@nestjs/common';
import { AGENT_ERRORS, GetRecording, ListRecordings, type RecordingView } from '@switchyard/contracts';
import { addDays, instantAt, type LocalDate } from '@switchyard/domain';
import { DomainError, OperationClient, systemContext } from '@switchyard/platform';
import { type RecordedCall, RecordedCalls } from './recorded-calls.port';

const PAGE = 200;
/** Two million recordings: far above any day. */
const MOST_PAGES = 10_000;
const PATIENCE = { timeoutMs: 15_000 };

@Injectable()
export class IvrRecordedCalls extends RecordedCalls {
  constructor(private readonly operations: OperationClient) {
    super();
  }

  async ofDay(day: LocalDate): Promise<readonly RecordedCall[]> {
    const from = instantAt(day, 0).toISOString();
    const to = instantAt(addDays(day, 1), 0).toISOString();
    const calls: RecordedCall[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const request = { from, to, limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const reply = await this.operations.call(ListRecordings, request, systemContext('hr'), PATIENCE);
      calls.push(...reply.items.map(toCall));
      cursor = reply.nextCursor;
      if (cursor === undefined) return calls;
    }
    throw new Error(`the recordings of ${day} do not end`);
  }

  async find(recordingId: string): Promise<RecordedCall | undefined> {
    try {
      return toCall(await this.operations.call(GetRecording, { recordingId }, systemContext('hr'), PATIENCE));
    } catch (error) {
      if (error instanceof DomainError && error.code === AGENT_ERRORS.recordingNotFound) return undefined;
      throw error;
    }
  }
}

function toCall({ id, startedAt, ...recording }: RecordingView): RecordedCall {
  const { callId, queue, workNo, state, seconds, ringSeconds, talkSeconds, afterCallSeconds, csat } =
    recording;
  return {
    recordingId: id,
    startedAt: new Date(startedAt),
    callId,
    queue,
    workNo,
    state,
    seconds,
    ringSeconds,
    talkSeconds,
    afterCallSeconds,
    csat,
  };
}
