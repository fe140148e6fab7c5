import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  describeWithLab,
  makeRecordTables,
  recordsAt,
  RegistrationRefused,
  startTestPostgres,
  waitFor,
  type AgentPhone,
  type Lab,
  type TestPostgres,
} from '@switchyard/testing';
import { Client } from 'pg';
import { PgQueueLog } from '../../queue-log/persistence/pg-queue-log';
import { openQueueLab, SECRET, type QueueLab } from '../testing/queue-lab';

let postgres: TestPostgres;

async function startRecords() {
  postgres = await startTestPostgres('queues');
  await makeRecordTables(postgres.url('pbx'));
  return { name: 'queues-beyond', records: recordsAt(postgres.url('pbx')) };
}

/** Stops Postgres and its servers where they are, as a machine that hangs. */
function freeze(postmaster: number) {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  const pids = [postmaster, ...children.trim().split(' ').map(Number)];
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return {
    thaw: () => {
      for (const pid of pids) process.kill(pid, 'SIGCONT');
    },
  };
}

describeWithLab(
  'queues and agents on a real Asterisk, beyond the contract',
  (lab: () => Lab) => {
    let one: QueueLab<AgentPhone>;
    let ivr: Client;
    const log = new PgQueueLog({
      query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
        (await ivr.query(sql, [...parameters])).rows as T[],
    });

    const agent = async (
      queue: string,
      sipUser: string,
      manner: { talkSeconds?: number; answerAfterMs?: number } = {},
    ) => {
      await one.provision(sipUser);
      const phone = await one.phone({ sipUser, secret: SECRET, hangUp: 'agent', ...manner });
      await one.node.addMember({ queue, sipUser, penalty: 0, paused: false });
      return phone;
    };

    beforeAll(async () => {
      ivr = new Client({ connectionString: postgres.url('ivr') });
      await ivr.connect();
      await waitFor('call records attached', () => lab().asterisk.recordsAttached(), 20_000);
      one = openQueueLab(lab());
      await one.until('queue node up', () => one.node.state() === 'up', 15_000);
    }, 60_000);

    afterEach(() => one.clear(), 60_000);

    afterAll(async () => {
      await one?.close();
      await ivr?.end();
    }, 30_000);

    afterAll(async () => {
      await postgres?.remove();
    }, 30_000);

    it('lets nobody register with a wrong secret, nor without an account', async () => {
      await one.provision('2003');
      await expect(one.phone({ sipUser: '2003', secret: 'wrong' })).rejects.toBeInstanceOf(
        RegistrationRefused,
      );
      await expect(one.phone({ sipUser: '2999', secret: SECRET })).rejects.toBeInstanceOf(
        RegistrationRefused,
      );
    }, 90_000);

    it('keeps no secret', async () => {
      await one.provision('2004');
      const database = await lab().asterisk.console('database show');
      expect(database).toContain('agent-2004');
      expect(database).not.toContain(SECRET);
    });

    it('keeps accounts, registrations and members through a restart of Asterisk', async () => {
      await agent('vip', '2005', { talkSeconds: 1 });
      await one.node.pause('2005', true, 'after-call-work');
      const before = one.events.length;
      await lab().asterisk.restart();
      await one.until(
        'a new snapshot',
        () => one.events.slice(before).some(({ type }) => type === 'snapshot'),
        60_000,
      );
      expect(one.events.slice(before).map(({ type }) => type)).toContain('queue-node-state');
      expect(await one.node.agentPhones()).toContainEqual({ sipUser: '2005', registered: true });
      const vip = (await one.node.queues()).find(({ queue }) => queue === 'vip');
      expect(vip?.members).toMatchObject([{ sipUser: '2005', paused: true, pauseReason: 'after-call-work' }]);
      await one.node.pause('2005', false);
      const callId = await one.caller({ queue: 'vip' });
      await one.untilTold(callId, 'caller-left');
    }, 180_000);

    it('refuses orders while Asterisk is away, and sends none of them later', async () => {
      await lab().asterisk.stop();
      await one.until('queue node down', () => one.node.state() === 'down', 15_000);
      const order = { queue: 'fault', sipUser: '2006', penalty: 0, paused: false };
      await expect(one.node.addMember(order)).rejects.toMatchObject({ sent: false });
      await lab().asterisk.start();
      await one.until('queue node up', () => one.node.state() === 'up', 60_000);
      const fault = (await one.node.queues()).find(({ queue }) => queue === 'fault');
      expect(fault?.members).toEqual([]);
      await waitFor('call records attached', () => lab().asterisk.recordsAttached(), 20_000);
    }, 120_000);

    it('says position and expected wait in Chinese with sounds that exist, the wait to the first too', async () => {
      await agent('fault', '2015', { talkSeconds: 1, answerAfterMs: 4_000 });
      await lab().asterisk.console('logger add channel spoken verbose(3)');
      const spoken = () => readFileSync(path.join(path.dirname(lab().asterisk.logFile), 'spoken'), 'utf8');
      /** Sounds in their order, by the channel that heard them. */
      const heard = () => {
        const found = [...spoken().matchAll(/<(PJSIP\/[^>]+)> Playing '([^']+)\.alaw' \(language 'zh'\)/g)];
        const byChannel = new Map<string, string[]>();
        for (const [, channel = '', sound = ''] of found) {
          byChannel.set(channel, [...(byChannel.get(channel) ?? []), sound]);
        }
        return [...byChannel.values()];
      };
      // Whom somebody can answer at once is told nothing.
      const served = await one.caller({ queue: 'fault' });
      await one.untilTold(served, 'caller-left');
      expect(heard()).toEqual([]);

      await one.node.pause('2015', true, 'test');
      const first = await one.caller({ queue: 'fault' });
      await one.untilTold(first, 'caller-joined');
      const second = await one.caller({ queue: 'fault' });
      await waitFor(
        'both told',
        () => heard().filter((sounds) => sounds.at(-1) === 'queue-thankyou').length === 2,
        30_000,
      );
      // Who was served waited some seconds: half a minute, by app_queue's own reckoning.
      const halfAMinute = ['queue-holdtime', 'digits/30', 'queue-seconds'];
      expect(heard()).toEqual([
        [...halfAMinute, 'queue-youarenext', 'queue-thankyou'],
        [
          'queue-thereare',
          expect.stringMatching(/^digits\/2/),
          'queue-callswaiting',
          ...halfAMinute,
          'queue-thankyou',
        ],
      ]);
      await lab().asterisk.console('logger remove channel spoken');
      for (const callId of [first, second]) await one.hangUp(callId);
    }, 90_000);

    it('leads incoming callers to the queue while no process of ours is there, and apologises when nobody serves', async () => {
      const phone = await agent('general', '2016', { talkSeconds: 2 });
      const served = await lab().callIn({ from: '+8613900010016', to: '95598', seconds: 40 });
      expect(served).toMatchObject({ end: 'pbx-hung-up' });
      expect(phone.log()).toMatchObject([{ from: '+8613900010016', end: 'subscriber-hung-up' }]);
      await one.node.pause('2016', true, 'test');
      const waiting = async () =>
        (await one.node.queues()).find(({ queue }) => queue === 'general')?.waiting ?? [];
      const calling = lab().callIn({ from: '+8613900010017', to: '95598', seconds: 40 });
      await waitFor('the next caller', async () => (await waiting()).length === 1, 20_000);
      // Not behind those who are served last (§17).
      expect(await waiting()).toMatchObject([{ priority: 10 }]);
      await one.node.removeMember('general', '2016');
      const unserved = await calling;
      expect(unserved).toMatchObject({ end: 'pbx-hung-up' });
      expect(unserved.heardSeconds).toBeGreaterThan(3);
    }, 120_000);

    it('writes a log that tells what the events told, without the caller’s number', async () => {
      const since = new Date(Date.now() - 1_000);
      await agent('complaint', '2017', { talkSeconds: 1 });
      const callId = await one.caller({ queue: 'complaint' });
      await one.untilTold(callId, 'caller-left');
      const written = async () => (await log.read(since, 1_000)).filter((row) => row.callId === callId);
      await waitFor('the log of the call', async () => (await written()).length === 3, 15_000);
      const rows = await written();
      expect(rows.map(({ event, queue, sipUser }) => ({ event, queue, sipUser }))).toEqual([
        { event: 'ENTERQUEUE', queue: 'complaint', sipUser: undefined },
        { event: 'CONNECT', queue: 'complaint', sipUser: '2017' },
        { event: 'COMPLETEAGENT', queue: 'complaint', sipUser: '2017' },
      ]);
      expect(rows[0]?.data[1]).toBe('');
      expect(Math.abs((rows[0]?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    }, 90_000);

    it('takes no agent who dials the hotline for a caller, and logs it by its own number', async () => {
      await agent('general', '2024', { talkSeconds: 1 });
      await one.provision('2025');
      const dialling = await one.phone({ sipUser: '2025', secret: SECRET, hangUp: 'caller' });
      const since = new Date(Date.now() - 1_000);
      const before = one.events.length;
      const callId = await one.dialFromPhone('2025', '95598');
      const written = async () => (await log.read(since, 1_000)).filter((row) => row.callId === callId);
      await waitFor('the log of the call', async () => (await written()).length === 3, 20_000);
      expect((await written())[0]).toMatchObject({ event: 'ENTERQUEUE', queue: 'general', node: lab().node });
      expect((await written())[0]?.data[1]).toBe('2025');
      const told = one.events.slice(before).map(({ type }) => type);
      expect(told.filter((type) => /caller|agent-(called|connected|completed)/.test(type))).toEqual([]);
      expect(
        lab()
          .subscribers.callLog()
          .some(({ number }) => number.endsWith('95598')),
      ).toBe(false);
      await waitFor('the end of the call', () => dialling.log().some(({ end }) => end !== undefined), 10_000);
    }, 60_000);

    it('tells and logs of who hangs up while it is told of the recording that it gave up', async () => {
      await agent('complaint', '2021', { talkSeconds: 1 });
      const since = new Date(Date.now() - 1_000);
      const variables = { QUEUE_ANNOUNCE_RECORDING: '1', QUEUE_RECORDING: 'never-made' };
      const callId = await one.caller({ queue: 'complaint', variables });
      const channels = () => lab().asterisk.console('core show channels concise');
      await waitFor(
        'the announcement',
        async () => (await channels()).includes('this-call-is-recorded'),
        10_000,
      );
      await one.hangUp(callId);
      await one.untilTold(callId, 'caller-abandoned');
      expect(one.of(callId).map(({ type }) => type)).toEqual(['caller-abandoned']);
      const written = async () => (await log.read(since, 1_000)).filter((row) => row.callId === callId);
      await waitFor('the log of the call', async () => (await written()).length === 1, 15_000);
      expect(await written()).toMatchObject([
        { event: 'TURNEDAWAY', queue: 'complaint', data: ['abandoned', '', '', '', ''] },
      ]);
    }, 60_000);

    it('logs whom a queue never let in', async () => {
      const since = new Date(Date.now() - 1_000);
      const callId = await one.caller({ queue: 'vip' });
      await one.untilTold(callId, 'caller-left');
      const written = async () => (await log.read(since, 1_000)).filter((row) => row.callId === callId);
      await waitFor('the log of the call', async () => (await written()).length === 1, 15_000);
      expect(await written()).toMatchObject([
        { event: 'TURNEDAWAY', queue: 'vip', data: ['empty', '', '', '', ''] },
      ]);
    }, 60_000);

    it('serves callers while the Postgres of the records does not answer, and lacks no line afterwards', async () => {
      await agent('billing', '2019', { talkSeconds: 1 });
      await agent('fault', '2020', { talkSeconds: 1 });
      const since = new Date(Date.now() - 1_000);
      const frozen = freeze(postgres.pid);
      const callIds: string[] = [];
      try {
        for (const queue of ['billing', 'fault']) {
          const callId = await one.caller({ queue });
          callIds.push(callId);
          await one.untilTold(callId, 'caller-left');
        }
      } finally {
        frozen.thaw();
      }
      const connects = async () =>
        (await log.read(since, 1_000))
          .filter(({ event, callId }) => event === 'CONNECT' && callIds.includes(callId ?? ''))
          .map(({ callId }) => callId);
      await waitFor('both calls in the log', async () => (await connects()).length >= 2, 60_000);
      expect(await connects()).toEqual(callIds);
    }, 180_000);

    it('forgets a caller’s number in every record of the call', async () => {
      const from = '+8613900010018';
      await agent('general', '2018', { talkSeconds: 1 });
      await lab().callIn({ from, to: '95598', seconds: 40 });
      const holding = async (): Promise<string[]> => {
        const { rows } = await ivr.query<{ uniqueid: string }>(
          `select uniqueid from pbx.cel as r where r::text like '%13900010018%'
           union select uniqueid from pbx.cdr as r where r::text like '%13900010018%'
           union select callid from pbx.queue_log as r where r::text like '%13900010018%'`,
        );
        return rows.map(({ uniqueid }) => uniqueid);
      };
      await waitFor('records', async () => (await holding()).length > 0, 10_000);
      const { rows } = await ivr.query<{ uniqueid: string }>(
        "select uniqueid from pbx.cel where eventtype = 'CHAN_START' and cid_num = $1",
        [from],
      );
      await waitFor(
        'the call’s last record',
        async () =>
          (
            await ivr.query("select 1 from pbx.cel where eventtype = 'CHAN_END' and uniqueid = $1", [
              rows[0]?.uniqueid,
            ])
          ).rowCount === 1,
        10_000,
      );
      await ivr.query('select pbx.forget_caller($1)', [rows[0]?.uniqueid]);
      expect(await holding()).toEqual([]);
      const { rowCount } = await ivr.query('select 1 from pbx.cel where uniqueid = $1', [rows[0]?.uniqueid]);
      expect(rowCount).toBeGreaterThan(2);
    }, 120_000);
  },
  startRecords,
);
