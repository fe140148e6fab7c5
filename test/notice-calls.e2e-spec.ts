import { setTimeout as sleep } from 'node:timers/promises';
import {
  billsOf,
  describeWithLab,
  type FateName,
  type Lab,
  labNumber,
  type Platform,
  RestClient,
  startPlatform,
} from '@switchyard/testing';

/** The main job as its users see it: services as processes, a real Asterisk, NATS, PostgreSQL, SIP subscribers. */
describeWithLab(
  'notice calls, end to end',
  (lab) => {
    const CAST: readonly FateName[] = [
      'listens',
      'confirms',
      'asks-for-human',
      'opts-out',
      'busy',
      'rings-for-ever',
      'no-such-number',
      'hangs-up-after-3s',
      'congestion',
    ];
    let platform: Platform;
    let api: RestClient;
    let batchId: string;

    beforeAll(async () => {
      platform = await startPlatform({ name: 'e2e', lab: lab(), env: { IVR_UNIT_NAME: '江城' } });
      api = await RestClient.signIn(platform.url, platform.admin);
      ({ id: batchId } = await api.createBatch({ kind: 'bill-notice', name: 'e2e', policyName: 'test' }));
      await api.importFile(batchId, 'bills.csv', bills([...CAST, 'busy', 'rings-for-ever']));
      await api.start(batchId);
      await untilFinal(lab());
    }, 400_000);

    afterAll(async () => {
      await platform?.stop();
    }, 120_000);

    /** The second busy customer pays after the first attempt, the second who does not answer calls back. */
    async function untilFinal(phones: Lab): Promise<void> {
      const deadline = Date.now() + 240_000;
      let paid = false;
      let calledBack: Promise<unknown> | undefined;
      for (;;) {
        const { final } = await api.batch(batchId);
        if (final) break;
        if (Date.now() > deadline) throw new Error('the batch is not over');
        const missedOnce = async (line: number) => {
          const contact = await api.contact(batchId, account(line));
          return contact?.state === 'waiting' && contact.countedAttempts > 0;
        };
        if (!paid && (await missedOnce(CAST.length))) {
          paid = true;
          await api.pay(account(CAST.length), 10_000);
        }
        if (!calledBack && (await missedOnce(CAST.length + 1))) {
          calledBack = phones.callIn({
            from: labNumber('rings-for-ever', CAST.length + 1),
            to: '95598',
            // Confirms, and stays for what comes then.
            keys: [{ afterMs: 8_000, key: '1', via: 'info' }],
            seconds: 15,
          });
        }
        await sleep(250);
      }
      await calledBack;
    }

    it('gives every customer the disposition that follows from what happened on the line', async () => {
      const contacts = await api.contacts(batchId);
      const ended = contacts.map(({ disposition, dispositionReason, countedAttempts }) => [
        disposition,
        dispositionReason,
        countedAttempts,
      ]);
      expect(ended).toEqual([
        ['delivered', 'heard', 1],
        ['delivered', 'confirmed', 1],
        ['delivered', 'human-requested', 1],
        ['handed-off', 'opted-out', 1],
        ['handed-off', 'exhausted', 3],
        ['handed-off', 'exhausted', 3],
        ['handed-off', 'invalid', 1],
        ['handed-off', 'exhausted', 3],
        ['handed-off', 'technical', 0],
        ['cancelled', 'paid', 1],
        ['delivered', 'confirmed', 1],
      ]);
    });

    it("agrees with the subscribers' own log: so many calls, and none after it was told", async () => {
      const calls = (fate: FateName, line: number) =>
        lab()
          .subscribers.callLog()
          .filter(({ number }) => number === labNumber(fate, line)).length;
      expect(calls('listens', 0)).toBe(1);
      expect(calls('confirms', 1)).toBe(1);
      expect(calls('busy', 4)).toBe(3);
      expect(calls('no-such-number', 6)).toBe(1);
      expect(calls('busy', CAST.length)).toBe(1);
      expect(calls('rings-for-ever', CAST.length + 1)).toBe(1);
    });

    it('leads on who called back, once the notice was told, into the menus (T1.8)', async () => {
      const { items } = await api.get<{ items: unknown[] }>('/inbound-calls?limit=10');
      const from = labNumber('rings-for-ever', CAST.length + 1);
      expect(items).toMatchObject([{ phone: from, desk: 'after-notice', phase: 'ended' }]);
    });

    it('keeps the words that were heard, the seconds and the keys', async () => {
      const confirmed = await api.contact(batchId, account(1));
      const { entries, summary } = await api.timeline(confirmed?.id ?? '');
      const attempt = entries.find(({ type }) => type === 'attempt')?.attempt;
      expect(attempt).toMatchObject({ outcome: 'confirmed', keys: '1', evidence: 'live' });
      expect(attempt?.spokenText).toContain('江城');
      expect(attempt?.spokenText).toContain('一百元');
      expect(attempt?.audioHash).toMatch(/^[0-9a-f]{64}$/);
      expect(summary['zh-CN']).not.toBe('');
    });

    it('opens one work order for the customer who asked for a human', async () => {
      const orders = await waitForWorkOrders();
      expect(orders).toMatchObject([
        { kind: 'call-back-request', accountNo: account(2), phone: labNumber('asks-for-human', 2) },
      ]);
    });

    it('gives the same hand-off list byte for byte, with exactly those who were handed off', async () => {
      for (const format of ['csv', 'pdf'] as const) {
        const first = await api.handOff(batchId, format);
        expect((await api.handOff(batchId, format)).equals(first)).toBe(true);
      }
      const rows = (await api.handOff(batchId, 'csv')).toString('utf8').trim().split('\r\n').slice(1);
      expect(rows.map((row) => row.split(',')[1])).toEqual([3, 4, 5, 6, 7, 8].map(account));
    });

    it('refuses the same file for another batch, and points to the first', async () => {
      const second = await api.createBatch({ kind: 'bill-notice', name: 'again', policyName: 'test' });
      await expect(
        api.importFile(second.id, 'renamed.csv', bills([...CAST, 'busy', 'rings-for-ever'])),
      ).rejects.toThrow(batchId);
    });

    async function waitForWorkOrders() {
      for (let tries = 0; tries < 50; tries++) {
        const orders = await api.workOrders();
        if (orders.length > 0) return orders;
        await sleep(200);
      }
      return [];
    }
  },
  { name: 'e2e' },
);

const account = (line: number) => `51${String(line).padStart(8, '0')}`;

function bills(fates: readonly FateName[]): string {
  const customers = fates.map((fate, line) => ({
    accountNo: account(line),
    number: labNumber(fate, line),
    owedFen: 10_000,
  }));
  return billsOf(customers, '2026-02-28');
}
