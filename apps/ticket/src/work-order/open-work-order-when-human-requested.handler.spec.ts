import { type HumanRequestedPayload } from '@switchyard/contracts';
import { systemContext } from '@switchyard/platform';
import { OpenWorkOrderWhenHumanRequested } from './open-work-order-when-human-requested.handler';
import type { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';

it('opens one call-back request per call, with every account that the notice was about', async () => {
  const commands: unknown[] = [];
  const useCase = {
    execute: (command: unknown) => Promise.resolve(commands.push(command)),
  } as unknown as OpenWorkOrderUseCase;
  const payload: HumanRequestedPayload = {
    callId: '7d1c',
    batchId: '3f0e',
    kind: 'arrears-reminder',
    number: '+8613900050001',
    accountNos: ['5100000001', '5100000002'],
    at: '2026-03-02T02:00:00.000Z',
  };
  await new OpenWorkOrderWhenHumanRequested(useCase).on(payload, {
    id: 'event',
    occurredAt: new Date(payload.at),
    context: systemContext('ivr'),
  });
  expect(commands).toEqual([
    {
      kind: 'call-back-request',
      accountNo: '5100000001',
      phone: '+8613900050001',
      text: '客户在欠费提醒中按 0 要求人工服务，请回电。户号：5100000001、5100000002',
      reference: 'call:7d1c',
    },
  ]);
});
