import type { QueueEvent } from '../../queue-node.port';
import { EventTranslator } from './translate-event';

const T0 = 1_795_345_000;
const caller = { uniqueid: 'caller-1', queue: 'q-fault' };
const leg = { destuniqueid: 'leg-1', interface: 'PJSIP/agent-1001', membername: 'agent-1001' };
const packet = (event: string, second: number, headers: Record<string, string> = {}) => ({
  event,
  timestamp: `${T0 + second}.250000`,
  ...headers,
});

describe('AMI events in our words', () => {
  let translator: EventTranslator;
  const tell = (event: string, second: number, headers?: Record<string, string>): readonly QueueEvent[] =>
    translator.translate(packet(event, second, headers), 0);
  const user = (name: string, second: number, headers: Record<string, string>) =>
    tell('UserEvent', second, { userevent: name, ...headers });
  const connect = () => {
    tell('AgentCalled', 0, { ...caller, ...leg });
    return tell('AgentConnect', 2, { ...caller, ...leg, holdtime: '7', ringtime: '2' });
  };

  beforeEach(() => {
    translator = new EventTranslator();
  });

  it('take the PBX’s own time and our names', () => {
    expect(connect()).toEqual([
      {
        type: 'agent-connected',
        callId: 'caller-1',
        queue: 'fault',
        sipUser: '1001',
        agentCallId: 'leg-1',
        waitedSeconds: 7,
        ringSeconds: 2,
        at: (T0 + 2) * 1_000 + 250,
      },
    ]);
  });

  it.each([
    ['a queue of somebody else', { ...caller, ...leg, queue: 'support' }],
    ['a member that is no agent', { ...caller, ...leg, interface: 'PJSIP/trunk' }],
    ['a caller without an id', { ...leg, queue: 'q-fault' }],
    ['an agent who dialled the queue', { ...caller, ...leg, channel: 'PJSIP/agent-1003-0000001a' }],
  ])('say nothing of %s', (_what, headers) => {
    expect(tell('AgentCalled', 0, headers)).toEqual([]);
  });

  it('keep app_queue’s “abandoned” back until it shows that the caller hung up', () => {
    const abandon = { ...caller, position: '2', holdtime: '31' };
    expect(tell('QueueCallerAbandon', 31, abandon)).toEqual([]);
    expect(user('CallerOver', 31, { uniqueid: 'caller-1' })).toMatchObject([
      { type: 'caller-abandoned', queue: 'fault', waitedSeconds: 31, position: 2 },
    ]);
    expect(user('CallerOver', 32, { uniqueid: 'caller-1' })).toEqual([]);
  });

  it('take who hangs up on the way into a queue for one who gave up', () => {
    const entering = { uniqueid: 'caller-1', queue: 'fault', entering: '1' };
    expect(user('CallerOver', 3, entering)).toMatchObject([
      { type: 'caller-abandoned', callId: 'caller-1', queue: 'fault', waitedSeconds: 0 },
    ]);
    expect(user('CallerOver', 3, { ...entering, entering: '' })).toEqual([]);
  });

  it('do not call it abandoned when the caller left after the longest wait', () => {
    tell('QueueCallerAbandon', 60, { ...caller, position: '1', holdtime: '60' });
    const left = { uniqueid: 'caller-1', queue: 'fault', reason: 'timeout', agent: '' };
    expect(user('QueueLeft', 60, left)).toEqual([
      {
        type: 'caller-left',
        callId: 'caller-1',
        queue: 'fault',
        reason: 'timeout',
        at: (T0 + 60) * 1_000 + 250,
      },
    ]);
    expect(user('CallerOver', 70, { uniqueid: 'caller-1' })).toEqual([]);
  });

  it('take what was on hold out of the talk, also when it ends on hold', () => {
    connect();
    tell('Hold', 10, { uniqueid: 'leg-1' });
    expect(tell('Hold', 11, { uniqueid: 'leg-1' })).toEqual([]);
    tell('Unhold', 15, { uniqueid: 'leg-1' });
    tell('Hold', 20, { uniqueid: 'leg-1' });
    const over = { ...caller, ...leg, holdtime: '7', talktime: '28', reason: 'caller' };
    expect(tell('AgentComplete', 30, over)).toMatchObject([
      { type: 'agent-completed', talkSeconds: 13, holdSeconds: 15, endedBy: 'caller', waitedSeconds: 7 },
    ]);
  });

  it('say of a talk that went on already when the PBX was reached that more of it may have been hold', () => {
    const call = { callId: 'caller-1', queue: 'fault', sipUser: '1001', agentCallId: 'leg-1' };
    translator.talks.begin(call, (T0 + 10) * 1_000, undefined, false);
    tell('Hold', 20, { uniqueid: 'leg-1' });
    const over = { ...caller, ...leg, holdtime: '7', talktime: '128', reason: 'caller' };
    expect(tell('AgentComplete', 30, over)).toMatchObject([
      { type: 'agent-completed', talkSeconds: 118, holdSeconds: 10, holdUnknown: true },
    ]);
  });

  it('say nothing of a hold that is no agent’s', () => {
    expect(tell('Hold', 1, { uniqueid: 'leg-9' })).toEqual([]);
  });

  it('end the ringing of the others when one answers', () => {
    tell('AgentCalled', 0, { ...caller, ...leg });
    const other = { destuniqueid: 'leg-2', interface: 'PJSIP/agent-1002' };
    tell('AgentCalled', 0, { ...caller, ...other });
    const told = tell('AgentConnect', 3, { ...caller, ...leg, holdtime: '3', ringtime: '3' });
    expect(told.map((event) => event.type)).toEqual(['ring-ended', 'agent-connected']);
    expect(told[0]).toMatchObject({ sipUser: '1002' });
  });

  it.each([
    ['1002', { kind: 'agent', sipUser: '1002' }],
    ['queue_vip', { kind: 'queue', queue: 'vip' }],
    ['+8675512345678', { kind: 'number', number: '+8675512345678', trunk: 'trunk' }],
  ])('tell a blind transfer to %s', (extension, target) => {
    connect();
    const given = { transfereruniqueid: 'leg-1', extension, result: 'Success' };
    expect(tell('BlindTransfer', 9, given)).toMatchObject([
      { type: 'transferred', callId: 'caller-1', from: '1001', target, mode: 'blind' },
    ]);
  });

  it('tell an attended transfer by the phone itself after the first talk was told to be over', () => {
    connect();
    user('AgentLegUp', 5, { uniqueid: 'leg-2', agent: '1002' });
    tell('AgentComplete', 9, { ...caller, ...leg, holdtime: '7', talktime: '7', reason: 'transfer' });
    const given = {
      result: 'Success',
      origtransfereruniqueid: 'leg-1',
      transfertargetchannel: 'PJSIP/agent-1002-0000000a',
    };
    expect(tell('AttendedTransfer', 9, given)).toMatchObject([
      { type: 'transferred', mode: 'attended', from: '1001', target: { kind: 'agent', sipUser: '1002' } },
      {
        type: 'transfer-answered',
        callId: 'caller-1',
        queue: 'fault',
        sipUser: '1002',
        agentCallId: 'leg-2',
      },
    ]);
    expect(user('AgentLegOver', 20, { uniqueid: 'leg-2', agent: '1002' })).toMatchObject([
      { type: 'transfer-completed', callId: 'caller-1', sipUser: '1002', talkSeconds: 11 },
    ]);
  });

  it.each([
    ['joins the two', false, 'transfer', 8],
    ['has come back to the caller before', true, 'agent', 4],
  ])('tell the hang-up of an agent who consulted and %s', (_what, cameBack, endedBy, holdSeconds) => {
    connect();
    expect(user('ConsultBegan', 4, { uniqueid: 'leg-1' })).toMatchObject([{ type: 'held', sipUser: '1001' }]);
    if (cameBack) expect(user('ConsultBack', 8, { uniqueid: 'leg-1' })).toMatchObject([{ type: 'resumed' }]);
    const over = { ...caller, ...leg, holdtime: '7', talktime: '10', reason: 'agent' };
    expect(tell('AgentComplete', 12, over)).toMatchObject([{ endedBy, holdSeconds }]);
  });

  it('tell who takes the caller over after a consultation', () => {
    connect();
    user('ConsultBegan', 4, { uniqueid: 'leg-1' });
    user('AgentLegUp', 5, { uniqueid: 'leg-2', agent: '1002' });
    tell('AgentComplete', 9, { ...caller, ...leg, holdtime: '7', talktime: '7', reason: 'agent' });
    const given = { uniqueid: 'caller-1', leg: 'leg-1', to: '1002', with: 'PJSIP/agent-1002-0000000a' };
    expect(user('ConsultGiven', 9, given)).toMatchObject([
      { type: 'transferred', mode: 'attended', from: '1001', target: { kind: 'agent', sipUser: '1002' } },
      { type: 'transfer-answered', callId: 'caller-1', sipUser: '1002', agentCallId: 'leg-2' },
    ]);
  });

  it('tell a blind transfer where the consulted agent had not answered yet', () => {
    connect();
    user('ConsultBegan', 4, { uniqueid: 'leg-1' });
    const given = { uniqueid: 'caller-1', leg: 'leg-1', to: '1002', with: '' };
    expect(user('ConsultGiven', 9, given)).toMatchObject([{ type: 'transferred', mode: 'blind' }]);
  });

  it('end a talk once where app_queue tells of its end late, or never', () => {
    connect();
    user('ConsultBegan', 4, { uniqueid: 'leg-1' });
    user('ConsultBack', 6, { uniqueid: 'leg-1' });
    expect(user('ConsultOver', 12, { uniqueid: 'leg-1' })).toMatchObject([
      { type: 'agent-completed', talkSeconds: 8, holdSeconds: 2, waitedSeconds: 7, endedBy: 'agent' },
    ]);
    const over = { ...caller, ...leg, holdtime: '7', talktime: '10', reason: 'agent' };
    expect(tell('AgentComplete', 12, { ...over, destuniqueid: '' })).toEqual([]);
    expect(user('ConsultOver', 13, { uniqueid: 'leg-1' })).toEqual([]);
  });

  it('say nothing of a consultation that comes to nothing', () => {
    user('AgentLegUp', 5, { uniqueid: 'leg-2', agent: '1002' });
    expect(user('AgentLegOver', 8, { uniqueid: 'leg-2', agent: '1002' })).toEqual([]);
  });

  it.each([
    ['the agent’s channel', { destuniqueid: '' }],
    ['both channels', { uniqueid: '', destuniqueid: '' }],
  ])('know a talk whose end app_queue tells when %s is gone', (_what, gone) => {
    connect();
    tell('Hold', 4, { uniqueid: 'leg-1' });
    tell('Unhold', 6, { uniqueid: 'leg-1' });
    const over = { ...caller, ...leg, ...gone, holdtime: '7', talktime: '10', reason: 'caller' };
    expect(tell('AgentComplete', 12, over)).toMatchObject([
      { callId: 'caller-1', agentCallId: 'leg-1', talkSeconds: 8, holdSeconds: 2, endedBy: 'caller' },
    ]);
    expect(translator.talks.all()).toEqual([]);
  });

  it.each([
    ['1', 'idle'],
    ['2', 'talking'],
    ['3', 'talking'],
    ['4', 'unreachable'],
    ['5', 'unreachable'],
    ['6', 'ringing'],
    ['8', 'on-hold'],
    ['99', 'unknown'],
  ])('read device state %s as %s', (status, phone) => {
    const member = { queue: 'q-vip', interface: 'PJSIP/agent-1001', status, paused: '1', penalty: '3' };
    expect(tell('QueueMemberStatus', 0, { ...member, pausedreason: 'lunch', callstaken: '4' })).toMatchObject(
      [
        {
          type: 'member-state',
          queue: 'vip',
          phone,
          paused: true,
          pauseReason: 'lunch',
          penalty: 3,
          callsTaken: 4,
        },
      ],
    );
  });

  it('tell a registration once', () => {
    const contact = { aor: 'agent-1001', contactstatus: 'NonQualified' };
    expect(tell('ContactStatus', 0, contact)).toMatchObject([{ type: 'phone-registered', sipUser: '1001' }]);
    expect(tell('ContactStatus', 1, contact)).toEqual([]);
    expect(tell('ContactStatus', 2, { ...contact, contactstatus: 'Removed' })).toMatchObject([
      { type: 'phone-unregistered' },
    ]);
  });
});
