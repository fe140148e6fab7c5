import { Injectable } from '@nestjs/common';
import {
  NoticeDataChanged,
  type NoticeDataChange,
  type NoticeDataChangedPayload,
  type NoticeDataKind,
} from '@switchyard/contracts';
import { CENTRE } from '@switchyard/domain';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { ServiceClocks } from '../service-clocks';

const RECEIVED: Readonly<Record<NoticeDataKind, string>> = {
  'bill-notice': 'bill-data-received',
  'arrears-reminder': 'arrears-data-received',
};

/** What the limits L24 and L25 know a change by. */
export const clockEventOf = (kind: NoticeDataKind, change: NoticeDataChange): string =>
  change === 'received' ? RECEIVED[kind] : change;

/** The centre has a working day to tell customers what it was handed in: a clock for each batch. */
@Injectable()
export class RecordNoticeData {
  constructor(private readonly clocks: ServiceClocks) {}

  @OnEvent(NoticeDataChanged, { durable: 'ticket-notice-data' })
  async on(
    { batchId, kind, name, change, at }: NoticeDataChangedPayload,
    { context }: EventMeta,
  ): Promise<void> {
    const event = { type: clockEventOf(kind, change), at: new Date(at), owner: CENTRE, data: { name } };
    await this.clocks.record(
      { subject: 'notice-data', id: batchId, facts: { kind, name }, events: [event] },
      context,
    );
  }
}
