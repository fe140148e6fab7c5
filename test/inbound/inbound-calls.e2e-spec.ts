import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreatedAgent } from '@switchyard/contracts';
import {
  type AgentPhone,
  describeWithLab,
  type Platform,
  RegistrationRefused,
  RestClient,
  startPlatform,
  waitFor,
} from '@switchyard/testing';
import { Pool } from 'pg';
import { inParallel } from './in-parallel';
import { hellosOf, keyPresses, type Walk } from './walk';
import { registerCustomers } from './register-customers';
import { CUSTOMERS, LEFT_ALONE, STRANGERS, WITHOUT_TICKET } from './walks';

/** Calls at one time: more make a small machine late, and a late key is another key. */
const AT_ONCE = 14;
const HOTLINE = '95598';

interface StoredCall {
  readonly node: string | null;
  readonly phase: string;
}

/** Callers as they are: sipp with keys, through a real Asterisk, into the platform as its operators run it. */
describeWithLab(
  'callers in the menus, end to end',
  (lab) => {
    let platform: Platform;
    let api: RestClient;
    let database: Pool;

    beforeAll(async () => {
      platform = await startPlatform({ name: 'inbound', lab: lab(), env: { IVR_UNIT_NAME: '江城' } });
      api = await RestClient.signIn(platform.url, platform.admin);
      await registerCustomers(api);
      database = new Pool({ connectionString: platform.postgres?.adminUrl, max: 4 });
    }, 400_000);

    afterAll(async () => {
      await database?.end();
      await platform?.stop();
    }, 120_000);

    const numberOf = (walk: Walk, index: number) => walk.from ?? `+86138000${String(10_000 + index)}`;
    const FIRST_CUSTOMER = 500;

    async function call(walk: Walk, from: string): Promise<void> {
      const { to = HOTLINE, seconds = 4 } = walk;
      await lab().callIn({ from, to, keys: keyPresses(walk), seconds, hellos: hellosOf(walk) });
    }

    /** Follows the call while it lives: its state is gone from the database when it is over. */
    async function lastNode(from: string, dialled: string): Promise<string | undefined> {
      let last: string | undefined;
      for (const deadline = Date.now() + 300_000; Date.now() < deadline; await sleep(200)) {
        const { rows } = await database.query<StoredCall>(
          `select flow_state->>'node' as node, phase from ivr.inbound_calls
           where from_number is not distinct from nullif($1, '') and dialled = $2 order by started_at desc limit 1`,
          [from, dialled],
        );
        last = rows[0]?.node ?? last;
        // The hang-up after goodbye is often too short to be seen.
        if (rows[0]?.phase === 'ended') return last === 'hang-up' ? 'goodbye' : last;
      }
      throw new Error(`the call from ${from} is not over`);
    }

    /** Where each is in the end. */
    const walkAll = (walks: readonly Walk[], firstNumber: number) =>
      inParallel(walks, AT_ONCE, async (walk, index) => {
        const from = numberOf(walk, firstNumber + index);
        const [endsAt] = await Promise.all([lastNode(from, walk.to ?? HOTLINE), call(walk, from)]);
        return [walk.name, endsAt];
      });
    const ends = (walks: readonly Walk[]) => walks.map(({ name, endsAt }) => [name, endsAt]);

    it('lead every stranger where its keys lead', async () => {
      expect(await walkAll(STRANGERS, 0)).toEqual(ends(STRANGERS));
    }, 500_000);

    it('lead every customer where its keys lead, and tell nobody else its data', async () => {
      expect(await walkAll(CUSTOMERS, FIRST_CUSTOMER)).toEqual(ends(CUSTOMERS));
    }, 400_000);

    it('tell how a case stands, by its query code', async () => {
      const [order] = await api.workOrders();
      const asks: Walk = { name: 'asks', keys: `13${order?.queryCode}`, via: 'info', endsAt: 'tell-case' };
      expect(await walkAll([asks], FIRST_CUSTOMER - 1)).toEqual(ends([asks]));
    }, 60_000);

    it('open a work order for each application, with the kind that was asked for', async () => {
      const orders = await api.workOrders();
      // One of each kind, and one of a caller who withheld its number.
      const applications = orders.filter(({ kind }) => kind === 'application');
      expect(applications).toHaveLength(15);
      expect(applications.filter(({ phone }) => phone === '+8613800138000')).toHaveLength(1);
    });

    describe('who asks for a human', () => {
      const FROM = '+8613700030001';
      let phone: AgentPhone;
      let agentId: string;

      beforeAll(async () => {
        const { agent, sip } = await api.post<CreatedAgent>('/agents', {
          workNo: '0317',
          name: '李娜',
          accountName: 'li.na',
          skills: [{ queue: 'general', penalty: 0 }],
        });
        agentId = agent.id;
        const manner = { sipUser: sip.sipUser, secret: sip.sipSecret, answerAfterMs: 1_000, talkSeconds: 4 };
        phone = await registered(() => lab().agentPhone(manner));
        await api.post(`/agents/${agentId}/sign-in`, { requirePhone: true });
        await api.post(`/agents/${agentId}/ready`, {});
      }, 60_000);

      afterAll(() => phone?.stop());

      it('talks with an agent, rates the call, and all of it is on record', async () => {
        // About the guide, from which a human is asked for.
        const walk: Walk = { name: 'rates', keys: '150…………5~1', seconds: 20, endsAt: '' };
        await Promise.all([lastNode(FROM, HOTLINE), call(walk, FROM)]);

        expect(phone.log()).toMatchObject([{ end: 'subscriber-hung-up' }]);
        const { rows } = await database.query<{ callId: string; csat: number; solved: boolean }>(
          `select r.call_id as "callId", r.csat, r.solved from ivr.call_ratings r
           join ivr.inbound_calls i using (call_id) where i.from_number = $1`,
          [FROM],
        );
        expect(rows).toMatchObject([{ csat: 5, solved: true }]);
        const callId = rows[0]?.callId ?? '';
        const stays = await api.get<{ items: unknown[] }>(`/queue-calls?callId=${callId}`);
        expect(stays.items).toMatchObject([
          { queue: 'general', outcome: 'answered', agentId, transferred: false },
        ]);
        const recordings = () => api.get<{ items: { state: string }[] }>(`/recordings?callId=${callId}`);
        for (let tries = 0; tries < 60 && (await recordings()).items[0]?.state !== 'stored'; tries++)
          await sleep(500);
        expect((await recordings()).items).toMatchObject([{ state: 'stored', announced: true, agentId }]);
        for (const [by, group] of [
          ['agent', '0317'],
          ['matter', 'guide'],
        ]) {
          const { items } = await api.get<{ items: unknown[] }>(
            `/queue-figures/ratings?groupBy=${by}&from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z`,
          );
          expect(items).toMatchObject([{ group, ratings: 1, averageCsat: 5, solvedRate: 1 }]);
        }
      }, 120_000);

      it('may ask in the queue to be called back', async () => {
        await api.post(`/agents/${agentId}/away`, { reason: 'break' });
        const from = '+8613700030002';
        const waits: Walk = { name: 'waits', keys: '0…………1', seconds: 20, endsAt: '' };
        await Promise.all([lastNode(from, HOTLINE), call(waits, from)]);

        const orders = await api.workOrders();
        expect(orders.filter(({ phone: number }) => number === from)).toMatchObject([
          { kind: 'call-back-request' },
        ]);
        const { items } = await api.get<{ items: unknown[] }>('/queue-calls?outcome=call-back');
        expect(items).toHaveLength(1);
      }, 120_000);
    });

    it('keep nothing of the number of who complains or reports without a name, and still take it', async () => {
      const numbers = ['+8613700040001', '+8613700040002'];
      // Hangs up as it is told that its number is not kept: there is no case.
      const thinksBetter = '+8613700040003';
      const kinds = ['misconduct-report', 'complaint'];
      const walk = (keys: string): Walk => ({ name: keys, keys, speaks: 60, seconds: 8, endsAt: '' });
      await Promise.all([
        ...['322…………#', '312…………#'].map((keys, index) => call(walk(keys), numbers[index] ?? '')),
        call({ name: 'thinks better of it', keys: '322', seconds: 2, endsAt: '' }, thinksBetter),
      ]);
      const anonymous = async () => (await api.workOrders()).filter((order) => order.anonymous === true);
      for (let tries = 0; tries < 120 && (await anonymous()).length < kinds.length; tries++) await sleep(500);

      const orders = await anonymous();
      expect(orders.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
      expect(orders.map(({ attachments }) => attachments?.length)).toEqual([1, 1]);
      for (const number of [...numbers, thinksBetter]) {
        const digits = number.slice(3);
        for (let tries = 0; tries < 60 && (await tablesThatHold(database, digits)).length > 0; tries++)
          await sleep(1_000);
        expect(await tablesThatHold(database, digits)).toEqual([]);
        expect(await logsThatHold(platform.folder, number.slice(3))).toEqual([]);
      }
      for (const { queryCode } of orders) {
        // Only the case has it: nothing leads from the code to a call (C5).
        const holding = await tablesThatHold(database, queryCode);
        expect(holding.filter((table) => !table.startsWith('ticket.'))).toEqual([]);
        expect(await logsThatHold(platform.folder, queryCode)).toEqual([]);
      }
      const asks = orders.map(({ queryCode, kind }): Walk => ({
        name: kind,
        keys: `13${queryCode}`,
        via: 'info',
        endsAt: 'tell-case',
      }));
      expect(await walkAll(asks, FIRST_CUSTOMER - 10)).toEqual(ends(asks));
    }, 240_000);

    it('are told so when ticket does not answer, and what they report is kept until it does', async () => {
      const ticket = platform.services.find(({ name }) => name === 'ticket');
      const node = async () => {
        const { rows } = await database.query<StoredCall>(
          `select flow_state->>'node' as node, phase from ivr.inbound_calls where from_number = $1`,
          [LEFT_ALONE.from],
        );
        return rows[0]?.node;
      };
      const leftAlone = walkAll([LEFT_ALONE], FIRST_CUSTOMER - 20);
      leftAlone.catch(() => undefined); // told below
      await waitFor('a customer is in its own data', async () => (await node()) === 'account-menu', 30_000);
      await ticket?.kill();
      try {
        expect(await walkAll(WITHOUT_TICKET, FIRST_CUSTOMER - 30)).toEqual(ends(WITHOUT_TICKET));
        expect(await leftAlone).toEqual(ends([LEFT_ALONE]));
      } finally {
        await ticket?.start();
      }
      const reporter = WITHOUT_TICKET.find(({ from }) => from !== undefined)?.from;
      await waitFor(
        'the fault reported meanwhile is a work order',
        async () =>
          (await api.workOrders()).some(({ kind, phone }) => kind === 'fault' && phone === reporter),
        60_000,
        500,
      );
    }, 240_000);

    it('leave nothing behind', async () => {
      const { rows } = await database.query(
        `select call_id, phase from ivr.inbound_calls where phase <> 'ended'`,
      );
      expect(rows).toEqual([]);
    });
  },
  { name: 'inbound' },
);

/** A phone tries again, as phones do: its account is on its way to the PBX. */
async function registered(register: () => Promise<AgentPhone>): Promise<AgentPhone> {
  for (let tries = 1; ; tries++) {
    try {
      return await register();
    } catch (error) {
      if (!(error instanceof RegistrationRefused) || tries === 20) throw error;
      await sleep(500);
    }
  }
}

/** Names of the services' log files in which these digits stand. */
async function logsThatHold(folder: string, digits: string): Promise<string[]> {
  const logs = (await readdir(folder)).filter((file) => file.endsWith('.log'));
  expect(logs).toContain('ivr-1.log');
  const texts = await Promise.all(logs.map((file) => readFile(path.join(folder, file), 'utf8')));
  return logs.filter((_, index) => texts[index]?.includes(digits));
}

/** Names of all tables of all services, and of the PBX, in which some column of some row has these digits. */
async function tablesThatHold(database: Pool, digits: string): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('ivr', 'ticket', 'gateway', 'hr', 'pbx')`,
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    const found = await database.query(
      `select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`,
      [digits],
    );
    if (found.rows.length > 0) holding.push(name);
  }
  return holding;
}
