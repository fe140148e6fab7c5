import { readLiveTalks } from './live-talks';

const channel = (name: string, uniqueid: string, bridgeid: string, context: string) => ({
  event: 'CoreShowChannel',
  channel: name,
  uniqueid,
  bridgeid,
  context,
});

describe('talks that go on', () => {
  it('are a caller of the queue and an agent in one bridge', () => {
    expect(
      readLiveTalks([
        channel('PJSIP/trunk-00000001', 'caller', 'b1', 'agent-queue'),
        channel('PJSIP/agent-1001-00000002', 'leg', 'b1', 'from-agent'),
      ]),
    ).toEqual([{ callId: 'caller', sipUser: '1001', agentCallId: 'leg' }]);
  });

  it('are not those of agents among themselves, nor callers who wait', () => {
    expect(
      readLiveTalks([
        channel('PJSIP/agent-1001-00000002', 'leg-1', 'b2', 'from-agent'),
        channel('PJSIP/agent-1002-00000003', 'leg-2', 'b2', 'from-agent'),
        channel('PJSIP/trunk-00000001', 'waiting', '', 'agent-queue'),
        channel('PJSIP/agent-1003-00000004', 'ringing', '', 'from-agent'),
      ]),
    ).toEqual([]);
  });
});
