import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requiredVariables } from './compose-file.fixture';

const script = path.resolve(__dirname, '../../deploy/init-env');

describe('deploy/init-env', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'switchyard-env-'));
    file = path.join(folder, '.env');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = () => spawnSync('sh', [script, file], { encoding: 'utf8', timeout: 20_000 });
  const values = (): Map<string, string> =>
    new Map(
      [...readFileSync(file, 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    );

  it('writes every value that compose demands, for its owner’s eyes only', () => {
    expect(run().status).toBe(0);
    const written = values();
    expect(requiredVariables().filter((name) => !written.get(name))).toEqual([]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('makes every secret anew, in letters and digits and with a letter first', () => {
    run();
    const secrets = [...values()]
      .filter(([name]) => /PASSWORD|SECRET|KEY/.test(name))
      .map(([, value]) => value);
    expect(new Set(secrets).size).toBe(secrets.length);
    for (const secret of secrets) expect(secret).toMatch(/^(?:k[0-9a-f]{40}|k1:[0-9a-f]{64})$/);
    const first = readFileSync(file, 'utf8');
    rmSync(file);
    run();
    expect(readFileSync(file, 'utf8')).not.toBe(first);
  });

  it('refuses to overwrite what is there', () => {
    run();
    const before = readFileSync(file, 'utf8');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toContain('exists already');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
