import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

import { startTestPostgres, type TestPostgres } from '../postgres';
import { BareAri } from './bare-ari';
import { describeWithLab } from './describe-with-lab';
import { waitFor } from './process/wait-for';
import { pbxSchemaSql, recordsAt } from './records-target';
import { labNumber } from './subscribers/fates';

let postgres: TestPostgres;

async function postgresThatIsDown() {
  postgres = await startTestPostgres('records');
  await postgres.stop();
  return { records: recordsAt(postgres.url('pbx')) };
}

async function query<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: postgres.adminUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Hangup causes by call, as far as they were recorded. */
async function recorded(): Promise<Record<string, number>> {
  const rows = await query<{ uniqueid: string; hangup_cause: number }>(
    "SELECT uniqueid, hangup_cause FROM pbx.cel WHERE eventtype = 'HANGUP'",
  );
  return Object.fromEntries(rows.map(({ uniqueid, hangup_cause }) => [uniqueid, hangup_cause]));
}

/** How a line of the queues' log is committed where other records do not wait for the disk. */
async function commitsOfQueueLogLine(): Promise<string | undefined> {
  const client = new Client({ connectionString: postgres.url('pbx') });
  await client.connect();
  try {
    await client.query('BEGIN; SET LOCAL synchronous_commit = off');
    await client.query('INSERT INTO pbx.queue_log_lines VALUES ($1, $2)', [
      'pbx-9',
      '1|call|q-general|NONE|ENTERQUEUE',
    ]);
    const { rows } = await client.query<{ synchronous_commit: string }>('SHOW synchronous_commit');
    return rows[0]?.synchronous_commit;
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

// The tests are one story, in this order.
describeWithLab(
  'call records while Postgres comes and goes',
  (lab) => {
    jest.setTimeout(60_000);
    let ari: BareAri;
    const callTo = async (id: string) => {
      await ari.originate(id, labNumber('busy'));
      await ari.waitForEvent(id, ({ type, channel }) => type === 'ChannelDestroyed' && channel?.id === id);
    };

    beforeAll(async () => {
      ari = await BareAri.connect(lab());
    });

    afterAll(async () => {
      await ari?.close();
    });

    afterAll(async () => {
      await postgres?.remove();
    });

    it('calls run while Postgres is down from the start', async () => {
      await callTo('no-database');
      expect(await lab().asterisk.recordsAttached()).toBe(false);
    });

    it('records begin by themselves when Postgres and its tables are there', async () => {
      const { pid } = lab().asterisk;
      await postgres.restart();
      await callTo('no-tables');
      // Several rounds of looking for the tables: a module loaded without its table has killed Asterisk.
      await sleep(3000);
      expect(lab().asterisk.pid).toBe(pid);
      await query(pbxSchemaSql());
      await waitFor('records are attached', () => lab().asterisk.recordsAttached(), 15_000);
      await callTo('recorded');
      await waitFor('it is recorded', async () => (await recorded())['recorded'] === 17, 5000);
      expect(Object.keys(await recorded())).toEqual(['recorded']);
      expect(lab().asterisk.pid).toBe(pid);
      const queueLog = () => query('SELECT event FROM pbx.queue_log');
      await waitFor('the log of the queues is there', async () => (await queueLog()).length > 0, 15_000);
      expect(await queueLog()).toContainEqual({ event: 'QUEUESTART' });
      expect(await commitsOfQueueLogLine()).toBe('on');
    });

    it('calls run on, unrecorded, while Postgres is away in the middle', async () => {
      await postgres.stop();
      await callTo('lost');
    });

    it('records go on when Postgres is back', async () => {
      await postgres.restart();
      await callTo('back-1');
      await callTo('back-2');
      await waitFor('it is recorded', async () => (await recorded())['back-2'] === 17, 5000);
      expect(await recorded()).not.toHaveProperty('lost');
    });

    it('records go on after Asterisk was killed', async () => {
      await lab().asterisk.kill();
      await lab().asterisk.start();
      await ari.close();
      ari = await BareAri.connect(lab());
      await callTo('after-crash');
      await waitFor('it is recorded', async () => (await recorded())['after-crash'] === 17, 5000);
    });

    it('the schema may be applied again, and lets ivr read but not write', async () => {
      await query(pbxSchemaSql());
      const [rights] = await query<{ reads: boolean; writes: boolean }>(
        `SELECT has_table_privilege('ivr', 'pbx.cel', 'SELECT') AS reads,
                has_table_privilege('ivr', 'pbx.cel', 'INSERT') AS writes`,
      );
      expect(rights).toEqual({ reads: true, writes: false });
    });
  },
  postgresThatIsDown,
);
