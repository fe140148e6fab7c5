import {
  describeWithLab,
  labNumber,
  makeRecordTables,
  recordsAt,
  startTestPostgres,
  type TestPostgres,
  waitFor,
} from '@switchyard/testing';
import { Client } from 'pg';
import { openLabNode, type LabNode } from '../asterisk/testing/lab-node';
import { PgCallRecords } from './persistence/pg-call-records';

let postgres: TestPostgres;

async function startRecords() {
  postgres = await startTestPostgres('call-records');
  await makeRecordTables(postgres.url('pbx'));
  return { name: 'telephony-records', records: recordsAt(postgres.url('pbx')) };
}

describeWithLab(
  'the call records of a real Asterisk',
  (lab) => {
    let one: LabNode;
    let ivr: Client;
    let records: PgCallRecords;

    beforeAll(async () => {
      ivr = new Client({ connectionString: postgres.url('ivr') });
      await ivr.connect();
      records = new PgCallRecords({
        query: async <T>(sql: string, parameters: readonly unknown[] = []) =>
          (await ivr.query(sql, [...parameters])).rows as T[],
      });
      await waitFor('call records attached', () => lab().asterisk.recordsAttached(), 10_000);
      one = openLabNode(lab());
      await one.node.connect(15_000);
    });

    afterAll(async () => {
      await one?.node.close();
      await ivr?.end();
    });

    afterAll(async () => {
      await postgres?.remove();
    });

    const recordOf = async (callId: string) => {
      await waitFor(`record of ${callId}`, async () => (await records.find([callId])).has(callId), 5_000);
      return (await records.find([callId])).get(callId);
    };

    it('tell of an answered call what the events told', async () => {
      const call = one.order(labNumber('hangs-up-after-1s', 1), { reference: 'batch-7' });
      await one.node.originate(call);
      await one.untilEvent(call.callId, 'ended');
      const [answered, ended] = ['answered', 'ended'].map((type) =>
        one.of(call.callId).find((event) => event.type === type),
      );
      const record = await recordOf(call.callId);
      expect(record).toMatchObject({ callId: call.callId, billSeconds: 1 });
      expect(Math.abs((record?.answeredAt?.getTime() ?? 0) - (answered?.at ?? 0))).toBeLessThan(100);
      expect(Math.abs((record?.endedAt.getTime() ?? 0) - (ended?.at ?? 0))).toBeLessThan(100);
      expect(ended).toMatchObject({ cause: record?.cause });
      const { rows } = await ivr.query('select userfield, accountcode from pbx.cdr where uniqueid = $1', [
        call.callId,
      ]);
      expect(rows).toEqual([{ userfield: 'batch-7', accountcode: lab().node }]);
    });

    it.each([
      ['busy', 17],
      ['declines', 21],
      ['no-such-number', 1],
      ['congestion', 34],
    ] as const)('tell the cause of a call that %s', async (fate, cause) => {
      const call = one.order(labNumber(fate, 2));
      await one.node.originate(call);
      const record = await recordOf(call.callId);
      expect(record).toMatchObject({ cause, billSeconds: 0 });
      expect(record?.answeredAt).toBeUndefined();
    });

    it('say nothing of a call that still lives, and nothing of one that never was', async () => {
      const call = one.order(labNumber('listens', 3));
      await one.node.originate(call);
      await one.untilEvent(call.callId, 'answered');
      expect(await records.find([call.callId, 'never-was'])).toEqual(new Map());
      await one.node.hangUp(call.callId);
      expect(await recordOf(call.callId)).toMatchObject({ cause: 16 });
    });

    it('keep no trace of canary calls among the details of calls', async () => {
      const { rows } = await ivr.query("select 1 from pbx.cdr where uniqueid like 'canary-%'");
      expect(rows).toEqual([]);
    });
  },
  startRecords,
);
