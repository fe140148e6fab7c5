import { parseArgs } from 'node:util';
import { type BatchFileKind } from './batch-file';
import { FATE_NAMES, type FateName, FATES } from '../lab/subscribers/fates';
import { type BatchFileFormat, writeBatchFile } from './write-batch-file';

const USAGE =
  'usage: batch-file --out FILE [--kind bill-notice|arrears-reminder] [--rows N] [--format csv|gb18030|xlsx] [--fates "busy,confirms"]';

/** Makes a batch file for the lab: `node dist/libs/testing/src/batch-files/cli.js --out bills.csv --rows 1000000`. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      kind: { type: 'string', default: 'bill-notice' },
      rows: { type: 'string', default: '200' },
      format: { type: 'string', default: 'csv' },
      fates: { type: 'string' },
    },
  });
  const rows = Number(values.rows);
  const fates = values.fates?.split(',').map((fate) => fate.trim()) ?? FATE_NAMES;
  const known = fates.every((fate): fate is FateName => fate in FATES);
  const kinds = ['bill-notice', 'arrears-reminder'];
  const formats = ['csv', 'gb18030', 'xlsx'];
  if (!values.out || !Number.isInteger(rows) || rows < 1 || !known) throw new Error(USAGE);
  if (!kinds.includes(values.kind) || !formats.includes(values.format)) throw new Error(USAGE);
  await writeBatchFile(values.out, values.format as BatchFileFormat, {
    kind: values.kind as BatchFileKind,
    rows,
    fates,
  });
  console.log(`${rows} rows in ${values.out}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
