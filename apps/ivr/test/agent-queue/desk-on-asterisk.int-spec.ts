import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import {
  type CreatedAgent,
  GetDesk,
  ListQueueCalls,
  ListRecordings,
  OpenRecording,
  type QueueWord,
  ResetSipSecret,
  SetAgentAway,
  SetAgentReady,
  SignInAgent,
} from '@switchyard/contracts';
import { type AgentManner, describeWithLab, type Lab, RegistrationRefused } from '@switchyard/testing';
import { openQueueLab, type QueueLab } from '../../src/telephony/asterisk/testing/queue-lab';
import { AgentQueueFixture, asAgent, eventually, type Process } from './agent-queue-fixture';

describeWithLab(
  'agents at their desks on a real Asterisk',
  (lab: () => Lab) => {
    let fixture: AgentQueueFixture;
    let queues: QueueLab;
    let ivr: Process;

    beforeAll(async () => {
      fixture = await AgentQueueFixture.open({ recordings: lab().recordings.host });
      queues = openQueueLab(lab());
      ivr = await fixture.start([queues.node], [lab().node]);
      await queues.until('queue node up', () => queues.node.state() === 'up', 30_000);
      await fixture.query(
        ivr,
        `update agent_policy set body = body || '{"afterCallWork": {"limitSeconds": 2, "atLimit": "ready"}}'`,
      );
    }, 120_000);

    afterAll(async () => {
      await fixture?.close();
      await queues?.close();
    }, 60_000);

    /** An agent with a phone that registers by the secret that was shown once. */
    async function seat(
      workNo: string,
      queue: QueueWord,
      manner: Partial<AgentManner> = {},
    ): Promise<CreatedAgent> {
      const made = await fixture.create(ivr, workNo, [queue]);
      const { sipUser, sipSecret: secret } = made.sip;
      await eventually(
        async () => (await queues.node.agentPhones()).some((phone) => phone.sipUser === sipUser),
        'account at the PBX',
      );
      await queues.phone({ sipUser, secret, hangUp: 'agent', talkSeconds: 3, ...manner });
      const signIn = { agentId: made.agent.id, requirePhone: true };
      await eventually(async () => {
        try {
          await fixture.call(ivr, SignInAgent, signIn);
          return true;
        } catch (error) {
          if ((error as { code?: string }).code === 'agent.phone-not-registered') return false;
          throw error;
        }
      }, 'phone registered');
      await fixture.call(ivr, SetAgentReady, { agentId: made.agent.id });
      return made;
    }

    /** A caller whom the menus know, with the name of its recording. */
    async function caller(queue: QueueWord): Promise<string> {
      const recording = randomUUID();
      const callId = await queues.caller({
        queue,
        variables: { QUEUE_ANNOUNCE_RECORDING: '1', QUEUE_RECORDING: recording },
      });
      await fixture.query(
        ivr,
        `insert into inbound_calls (call_id, node, from_number, dialled, desk, language, started_at, value_tier, list_flag,
           phase, recording)
         values ($1, $2, '+8613900010001', '95598', 'general', 'zh-CN', now(), 'mid', 'normal', 'queue', $3)`,
        [callId, lab().node, recording],
      );
      return callId;
    }

    const stay = async (callId: string) => (await fixture.call(ivr, ListQueueCalls, { callId })).items[0];

    it('an agent signs in with its phone, answers, and the talk is recorded and known', async () => {
      const { agent } = await seat('0001', 'billing');
      const callId = await caller('billing');
      await fixture.untilState(ivr, agent.id, 'talking');
      const desk = await fixture.call(ivr, GetDesk, {}, asAgent('0001'));
      expect(desk.call).toMatchObject({
        callId,
        queue: 'billing',
        phone: '+8613900010001',
        valueTier: 'mid',
      });
      await fixture.untilState(ivr, agent.id, 'after-call-work');
      await fixture.untilState(ivr, agent.id, 'ready');
      await eventually(
        async () => (await stay(callId))?.afterCallSeconds !== undefined,
        'after-call work counted',
      );
      const known = await stay(callId);
      expect(known).toMatchObject({
        outcome: 'answered',
        agentId: agent.id,
        queue: 'billing',
        transferred: false,
      });
      expect(known?.talkSeconds).toBeGreaterThanOrEqual(2);
      await eventually(
        async () => (await fixture.call(ivr, ListRecordings, { callId, state: 'stored' })).items.length === 1,
        'recording stored',
      );
      const [recording] = (await fixture.call(ivr, ListRecordings, { callId })).items;
      expect(recording?.seconds).toBeGreaterThan(1.5);
      const file = await fixture.call(ivr, OpenRecording, { recordingId: recording?.id ?? '' });
      expect(file.fileKey).toContain(recording?.id);
    }, 120_000);

    it('an agent who is away is not rung; the caller waits until it is ready', async () => {
      const { agent } = await seat('0002', 'english', { talkSeconds: 1 });
      await fixture.call(ivr, SetAgentAway, { agentId: agent.id, reason: 'meal' });
      const paused = async () => {
        const english = (await queues.node.queues()).find(({ queue }) => queue === 'english');
        return english?.members.every(({ paused: is, pauseReason }) => is && pauseReason === 'meal') === true;
      };
      await eventually(paused, 'paused at the PBX');
      const callId = await caller('english');
      await eventually(async () => (await stay(callId)) !== undefined, 'caller waits');
      expect((await stay(callId))?.connectedAt).toBeUndefined();
      await fixture.call(ivr, SetAgentReady, { agentId: agent.id });
      await eventually(async () => (await stay(callId))?.outcome === 'answered', 'caller served');
    }, 120_000);

    it('an agent who lets it ring is sent away after the second call', async () => {
      const { agent } = await seat('0003', 'complaint', { reject: 486 });
      const callId = await caller('complaint');
      const { presence } = await fixture.untilState(ivr, agent.id, 'away');
      expect(presence.reason).toBe('no-answer');
      await queues.hangUp(callId);
      await eventually(async () => (await stay(callId))?.outcome === 'abandoned', 'caller gone');
      const told = () =>
        fixture.query(
          ivr,
          `select 1 from outbox where subject = 'ivr.event.call-missed.v1' and payload::jsonb->>'callId' = $1`,
          [callId],
        );
      await eventually(async () => (await told()).length === 1, 'missed call told');
    }, 120_000);

    it('an old secret opens no phone once it was replaced', async () => {
      const { agent, sip } = await fixture.create(ivr, '0004');
      const { sipSecret } = await fixture.call(ivr, ResetSipSecret, { agentId: agent.id });
      const { sipUser } = sip;
      await eventually(async () => {
        try {
          await queues.phone({ sipUser, secret: sipSecret });
          return true;
        } catch (error) {
          if (error instanceof RegistrationRefused) return false;
          throw error;
        }
      }, 'the new secret works');
      await queues.phones.get(sipUser)?.stop();
      await expect(queues.phone({ sipUser, secret: sip.sipSecret })).rejects.toBeInstanceOf(
        RegistrationRefused,
      );
    }, 120_000);

    it('a PBX that dies in the middle of a talk leaves nobody talking, and serves the next caller', async () => {
      const { agent, sip } = await seat('0005', 'fault', { talkSeconds: 60 });
      const callId = await caller('fault');
      await fixture.untilState(ivr, agent.id, 'talking');
      const waiting = await caller('fault');
      await eventually(async () => (await stay(waiting)) !== undefined, 'another caller waits');
      await lab().asterisk.kill();
      await lab().asterisk.start();
      await queues.until('queue node up again', () => queues.node.state() === 'up', 60_000);
      await fixture.untilState(ivr, agent.id, 'ready');
      await eventually(async () => (await stay(callId))?.leftAt !== undefined, 'stay ended');
      await eventually(async () => (await stay(waiting))?.leftAt !== undefined, 'the other’s stay ended');
      expect(await queues.node.agentPhones()).toContainEqual({ sipUser: sip.sipUser, registered: true });
      const next = await caller('fault');
      await eventually(async () => (await stay(next))?.outcome === 'answered', 'next caller served');
      expect((await stay(next))?.agentId).toBe(agent.id);
      for (const each of [callId, waiting, next]) {
        expect((await fixture.call(ivr, ListQueueCalls, { callId: each })).items).toHaveLength(1);
      }
      await queues.hangUp(next);
    }, 180_000);

    it('a PBX that comes back without its database gets accounts and members again', async () => {
      const manner = { talkSeconds: 1 };
      const { agent, sip } = await seat('0006', 'vip', manner);
      await lab().asterisk.kill();
      rmSync(path.resolve(path.dirname(lab().asterisk.logFile), '../state/astdb.sqlite3'));
      await lab().asterisk.start();
      await queues.until('queue node up again', () => queues.node.state() === 'up', 60_000);
      const known = async () =>
        (await queues.node.agentPhones()).some(({ sipUser }) => sipUser === sip.sipUser);
      await eventually(known, 'account at the PBX');
      const member = async () => {
        const vip = (await queues.node.queues()).find(({ queue }) => queue === 'vip');
        return vip?.members.some(({ sipUser, paused }) => sipUser === sip.sipUser && !paused) === true;
      };
      await eventually(member, 'member again');
      // As every phone does by itself when its registration runs out.
      await queues.phones.get(sip.sipUser)?.unplug();
      await queues.phone({ sipUser: sip.sipUser, secret: sip.sipSecret, hangUp: 'agent', ...manner });
      const callId = await caller('vip');
      await eventually(async () => (await stay(callId))?.outcome === 'answered', 'caller served');
      expect((await stay(callId))?.agentId).toBe(agent.id);
    }, 120_000);
  },
  { name: 'agent-desks' },
);
