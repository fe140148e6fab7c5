import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  describeWithLab,
  makeRecordTables,
  recordsAt,
  startTestPostgres,
  type TestPostgres,
  waitFor,
} from '@switchyard/testing';
import { Client } from 'pg';
import { openLabNode, type LabNode } from './testing/lab-node';
import { waitUntil } from './testing/wait-until';

const NUMBER = '+8613900011234';
let postgres: TestPostgres;

async function startRecords() {
  postgres = await startTestPostgres('forget');
  await makeRecordTables(postgres.url('pbx'));
  return { name: 'telephony-forget', records: recordsAt(postgres.url('pbx')) };
}

describeWithLab(
  'a caller who wants to be nobody',
  (lab) => {
    let one: LabNode;
    let ivr: Client;

    beforeAll(async () => {
      ivr = new Client({ connectionString: postgres.url('ivr') });
      await ivr.connect();
      await waitFor('call records attached', () => lab().asterisk.recordsAttached(), 10_000);
      one = openLabNode(lab());
      await one.node.connect(15_000);
    });

    afterAll(async () => {
      await one?.node.close();
      await ivr?.end();
      await postgres?.remove();
    });

    /** Rows of everything that the PBX wrote, by table. */
    const written = async (): Promise<Record<string, string[]>> => {
      const tables: Record<string, string[]> = {};
      for (const table of ['cdr', 'cel', 'queue_log']) {
        const { rows } = await ivr.query<{ row: string }>(
          `select row_to_json(t)::text as row from pbx.${table} t`,
        );
        tables[table] = rows.map(({ row }) => row);
      }
      return tables;
    };
    const tracesIn = (rows: readonly string[]): string[] =>
      rows.filter((row) => row.includes(NUMBER.slice(1)));

    it('is in no record of the PBX once the case was forgotten, in the menu, the queue and after it', async () => {
      const placed = lab().callIn({ from: NUMBER, to: '95598', seconds: 60 });
      await waitUntil('incoming call', () => one.events.some(({ type }) => type === 'incoming'), 5_000);
      const incoming = one.events.find((event) => event.type === 'incoming');
      const callId = incoming?.callId ?? '';
      await one.node.answer(callId);
      await one.untilEvent(callId, 'answered');
      await one.node.forgetCaller(callId);
      await one.node.record(callId, randomUUID(), { maxSeconds: 1, maxSilenceSeconds: 0 });
      await one.untilEvent(callId, 'recording-ended');
      await one.node.enqueue(callId, {
        queue: 'complaint',
        priority: 0,
        language: 'zh-CN',
        maxWaitSeconds: 2,
        announceRecording: false,
      });
      const back = () => one.of(callId).filter(({ type }) => type === 'incoming').length === 2;
      await waitUntil('the way back from the queue', back, 30_000);
      await one.node.hangUp(callId);
      await placed;
      const ended = async () => {
        const { rows } = await ivr.query('select 1 from pbx.cel where uniqueid = $1 and eventtype = $2', [
          callId,
          'CHAN_END',
        ]);
        return rows.length > 0 && (await written())['cdr']?.some((row) => row.includes(callId)) === true;
      };
      await waitFor('the records of the call', ended, 10_000);

      const before = await written();
      // Written at once and for good: the call's beginning. What came after the forgetting names nobody.
      expect(
        tracesIn(before['cel'] ?? [])
          .map((row) => (JSON.parse(row) as { eventtype: string }).eventtype)
          .sort(),
      ).toEqual(['ANSWER', 'CHAN_START']);
      expect(tracesIn(before['cdr'] ?? [])).toEqual([]);
      expect(tracesIn(before['queue_log'] ?? [])).toEqual([]);

      await ivr.query('select pbx.forget_caller($1)', [callId]);
      const after = await written();
      expect(Object.values(after).flatMap(tracesIn)).toEqual([]);
      expect(after['cel']).toHaveLength(before['cel']?.length ?? 0);
    }, 90_000);

    it('stands in no file of the PBX', () => {
      const home = path.dirname(lab().prompts.host);
      const found = execFileSync(
        'sh',
        ['-c', 'grep -rlaF "$1" log spool state run etc 2>/dev/null || true', 'sh', NUMBER.slice(1)],
        { cwd: home },
      );
      expect(found.toString()).toBe('');
    });
  },
  startRecords,
);
