import type { CallMissedPayload } from '@switchyard/contracts';
import { systemContext } from '@switchyard/platform';
import { OpenWorkOrderWhenCallMissed } from './open-work-order-when-call-missed.handler';
import type { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';

it('opens one call-back request per missed call, due when the caller must have been called back (L30)', async () => {
  const commands: unknown[] = [];
  const useCase = {
    execute: (command: unknown) => Promise.resolve(commands.push(command)),
  } as unknown as OpenWorkOrderUseCase;
  const payload: CallMissedPayload = {
    callId: '7d1c',
    at: '2026-03-02T02:00:00.000Z',
    phone: '+8613900050001',
    accountNo: '5100000001',
    valueTier: 'mid',
    queue: 'billing',
    waitedSeconds: 95,
    callBackBy: '2026-03-03T02:00:00.000Z',
  };
  await new OpenWorkOrderWhenCallMissed(useCase).on(payload, {
    id: 'event',
    occurredAt: new Date(payload.at),
    context: systemContext('ivr'),
  });
  expect(commands).toEqual([
    {
      kind: 'call-back-request',
      accountNo: '5100000001',
      phone: '+8613900050001',
      channel: 'voice',
      text: '客户在队列 billing 等待 95 秒后放弃，请在期限前回电。',
      reference: 'missed:7d1c',
      dueAt: new Date('2026-03-03T02:00:00.000Z'),
    },
  ]);
});
