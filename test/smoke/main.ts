import { describeError } from '@switchyard/platform';
import { RestClient } from '../../libs/testing/src/platform/rest-client';
import { runSmoke } from './run-smoke';

const LIMIT_MS = 180_000;

async function main(): Promise<void> {
  const { GATEWAY_URL: url = 'http://gateway:3000', GATEWAY_ADMIN_PASSWORD: password = '' } = process.env;
  const api = await RestClient.signIn(url, { name: 'admin', password });
  const { table, surprises } = await runSmoke(api, LIMIT_MS);
  process.stdout.write(`\n${table}\n\n`);
  for (const surprise of surprises) process.stdout.write(`not as expected: ${surprise}\n`);
  process.stdout.write(surprises.length === 0 ? 'smoke: passed\n' : 'smoke: FAILED\n');
  process.exitCode = surprises.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`smoke: FAILED: ${describeError(error)}\n`);
  process.exitCode = 1;
});
