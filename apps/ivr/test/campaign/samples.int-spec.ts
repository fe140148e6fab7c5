import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PreviewBatch } from '@switchyard/contracts';
import { CampaignFixture } from './campaign-fixture';

const SAMPLES = path.resolve(__dirname, '../../../../deploy/samples');

describe('the sample files', () => {
  let fixture: CampaignFixture;

  beforeAll(async () => {
    fixture = await CampaignFixture.open();
  }, 120_000);

  afterAll(() => fixture.close());

  it.each([
    ['bill-notices.csv', 'bill-notice', { rowsAccepted: 200, format: 'csv', encoding: 'utf-8' }],
    ['arrears.gb18030.csv', 'arrears-reminder', { rowsAccepted: 40, format: 'csv', encoding: 'gb18030' }],
    ['bill-notices.xlsx', 'bill-notice', { rowsAccepted: 60, format: 'xlsx' }],
  ] as const)('%s comes in without an error or a warning and can be spoken', async (name, kind, expected) => {
    const batch = await fixture.createBatch({ kind, policyName: 'standard' });
    const done = await fixture.importFile(batch.id, await readFile(path.join(SAMPLES, name)), name);
    expect(done).toMatchObject({ state: 'completed', rowsRefused: 0, warnings: [], ...expected });
    const preview = await fixture.call(PreviewBatch, { batchId: batch.id, rows: 20 });
    for (const { text } of preview.rows) expect(text.length).toBeGreaterThan(40);
  });
});
