import { Injectable } from '@nestjs/common';
import { ListAttachmentUses, ListCallUses, ListRecordingUses } from '@switchyard/contracts';
import type { MessageUse, RecordingUses } from '@switchyard/domain';
import { OperationClient, systemContext, UnitOfWork } from '@switchyard/platform';
import { UsesOfRecordings } from '../recordings/recording-uses.port';
import type { ExpiredRecording } from '../recordings/recordings.port';

/** Those of ticket and hr, and of cases that wait here to be delivered to ticket. */
@Injectable()
export class PgRecordingUses extends UsesOfRecordings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly client: OperationClient,
  ) {
    super();
  }

  /** What waits is asked first: a case that is delivered in between is found by ticket. */
  async of(recordings: readonly ExpiredRecording[]): Promise<ReadonlyMap<string, RecordingUses>> {
    const context = systemContext('ivr');
    const callIds = [...new Set(recordings.map(({ callId }) => callId))];
    const recordingIds = recordings.map(({ id }) => id);
    const keys = recordings.flatMap(({ id, fileKey }) => [id, fileKey]);
    const waiting = await this.unitOfWork.query<MessageUse & { callId: string }>(
      `select call_id as "callId", work_order->>'kind' as kind from held_cases
       where released_at is null and call_id = any ($1::text[])`,
      [callIds],
    );
    const [ofCalls, attached, { inJudgement }] = await Promise.all([
      this.client.call(ListCallUses, { callIds }, context),
      this.client.call(ListAttachmentUses, { keys }, context),
      this.client.call(ListRecordingUses, { recordingIds }, context),
    ]);
    return new Map(
      recordings.map(({ id, callId, fileKey }) => {
        const uses = [
          ...waiting.filter((one) => one.callId === callId),
          ...ofCalls.uses.filter((one) => one.callId === callId),
          ...attached.uses.filter(({ key }) => key === id || key === fileKey),
        ];
        return [id, { workOrders: uses.map(toUse), inJudgement: inJudgement.includes(id) }];
      }),
    );
  }
}

function toUse({ kind, closedAt }: { kind: string; closedAt?: string | Date }): MessageUse {
  return { kind, ...(closedAt !== undefined && { closedAt: new Date(closedAt) }) };
}
