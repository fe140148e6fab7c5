import { Controller } from '@nestjs/common';
import {
  AGENT_ERRORS,
  GetRecording,
  ListRecordings,
  type ListRecordingsRequest,
  OpenRecording,
  type RecordingFile,
  type RecordingPage,
  type RecordingReference,
  type RecordingView,
} from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, DomainError, Handles, pageOf } from '@switchyard/platform';
import { type Recording, Recordings } from './recordings.port';

const DEFAULT_LIMIT = 50;

@Controller()
export class RecordingsHandler {
  constructor(private readonly recordings: Recordings) {}

  @Handles(ListRecordings)
  async list(request: ListRecordingsRequest): Promise<RecordingPage> {
    const { cursor, limit = DEFAULT_LIMIT, from, to, ...filter } = request;
    const rows = await this.recordings.list({
      ...filter,
      limit,
      from: from === undefined ? undefined : new Date(from),
      to: to === undefined ? undefined : new Date(to),
      before: cursor === undefined ? undefined : keyOf(cursor),
    });
    const page = pageOf(rows, limit, (row) => [row.startedKey, row.id]);
    return { ...page, items: page.items.map(toView) };
  }

  @Handles(GetRecording)
  async get({ recordingId }: RecordingReference): Promise<RecordingView> {
    return toView(await this.known(recordingId));
  }

  @Handles(OpenRecording)
  async open({ recordingId }: RecordingReference): Promise<RecordingFile> {
    const { state, fileKey, bytes } = await this.known(recordingId);
    if (state !== 'stored' || fileKey === null || bytes === null) {
      throw new DomainError(AGENT_ERRORS.recordingNotStored, REMEDIES[state], { state });
    }
    return { fileKey, bytes, mediaType: 'audio/wav' };
  }

  private async known(id: string): Promise<Recording> {
    const recording = await this.recordings.find(id);
    if (recording) return recording;
    throw new DomainError(
      AGENT_ERRORS.recordingNotFound,
      'There is no recording with this id; GET /recordings lists them.',
    );
  }
}

const REMEDIES: Readonly<Record<Recording['state'], string>> = {
  expected: 'The recording is being taken over from the PBX; try again in a minute.',
  stored: 'The recording is incomplete.',
  missing: 'The PBX recorded nothing of this call.',
  deleted: 'The recording was deleted when its time was over.',
};

function keyOf(cursor: string): { startedAt: string; id: string } {
  const [startedAt = '', id = ''] = decodeCursor(cursor, CURSOR_PARTS.instant, CURSOR_PARTS.uuid);
  return { startedAt, id };
}

function toView(recording: Recording): RecordingView {
  return {
    id: recording.id,
    callId: recording.callId,
    queue: recording.queue ?? undefined,
    agentId: recording.agentId ?? undefined,
    workNo: recording.workNo ?? undefined,
    ringSeconds: recording.ringSeconds ?? undefined,
    talkSeconds: recording.talkSeconds ?? undefined,
    afterCallSeconds: recording.afterCallSeconds ?? undefined,
    csat: recording.csat ?? undefined,
    announced: recording.announced,
    state: recording.state,
    startedAt: recording.startedAt.toISOString(),
    seconds: recording.seconds ?? undefined,
    bytes: recording.bytes ?? undefined,
    deleteAfter: recording.deleteAfter?.toISOString(),
    keptFor: recording.keptFor ?? undefined,
    deletedAt: recording.deletedAt?.toISOString(),
  };
}
