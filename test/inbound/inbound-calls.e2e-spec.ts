import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithLab, type Lab, type Platform, RestClient, startPlatform } from '@switchyard/testing';
import { Client } from 'pg';
import { inParallel } from './in-parallel';
import { hellosOf, keyPresses, type Walk } from './walk';
import { STRANGERS } from './walks';

/** Calls at one time: more make a small machine late, and a late key is another key. */
const AT_ONCE = 8;

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
    let database: Client;

    beforeAll(async () => {
      platform = await startPlatform({ name: 'inbound', lab: lab(), env: { IVR_UNIT_NAME: '江城' } });
      api = await RestClient.signIn(platform.url, platform.admin);
      database = new Client({ connectionString: platform.postgres?.adminUrl });
      await database.connect();
    }, 400_000);

    afterAll(async () => {
      await database?.end();
      await platform?.stop();
    }, 120_000);

    const numberOf = (walk: Walk, index: number) => walk.from ?? `+86138000${String(10_000 + index)}`;

    async function call(phones: Lab, walk: Walk, from: string): Promise<void> {
      const { seconds = 4 } = walk;
      await phones.callIn({ from, to: '95598', keys: keyPresses(walk), seconds, hellos: hellosOf(walk) });
    }

    /** Follows the call while it lives: its state is gone from the database when it is over. */
    async function lastNode(from: string): Promise<string | undefined> {
      let last: string | undefined;
      for (const deadline = Date.now() + 180_000; Date.now() < deadline; await sleep(200)) {
        const { rows } = await database.query<StoredCall>(
          `select flow_state->>'node' as node, phase from ivr.inbound_calls
           where from_number = $1 order by started_at desc limit 1`,
          [from],
        );
        last = rows[0]?.node ?? last;
        if (rows[0]?.phase === 'ended') return last;
      }
      throw new Error(`the call from ${from} is not over`);
    }

    it('lead every stranger where its keys lead', async () => {
      const ends = await inParallel(STRANGERS, AT_ONCE, async (walk, index) => {
        const from = numberOf(walk, index);
        const [endsAt] = await Promise.all([lastNode(from), call(lab(), walk, from)]);
        return [walk.name, endsAt];
      });
      expect(ends).toEqual(STRANGERS.map(({ name, endsAt }) => [name, endsAt]));
    }, 400_000);

    it('open a work order for each application, with the kind that was asked for', async () => {
      const orders = await api.workOrders();
      expect(orders.filter(({ kind }) => kind === 'application')).toHaveLength(14);
    });

    it('leave nothing behind', async () => {
      const { rows } = await database.query(
        `select call_id, phase from ivr.inbound_calls where phase <> 'ended'`,
      );
      expect(rows).toEqual([]);
    });
  },
  { name: 'inbound' },
);
