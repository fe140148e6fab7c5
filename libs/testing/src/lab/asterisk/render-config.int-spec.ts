import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { repositoryRoot } from '../root/repository';
import { asteriskPlaceholders, renderAsteriskConfig } from './render-config';

const script = path.join(repositoryRoot(), 'deploy/asterisk/render.sh');
const REQUIRED = [...asteriskPlaceholders()].filter(([, value]) => value === undefined).map(([name]) => name);
const given = {
  ...Object.fromEntries(REQUIRED.map((name) => [name, `value-of-${name}`])),
  ARI_PASSWORD: 'aZ09._:/+~-',
  NODE_NAME: 'pbx-7',
};

describe('the Asterisk configuration', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'switchyard-render-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const files = (target: string) =>
    Object.fromEntries(
      readdirSync(target, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => [name, readFileSync(path.join(target, name), 'utf8')]),
    );

  it('comes out the same from a container’s script and from the lab', () => {
    const [byScript, byLab] = [path.join(folder, 'script'), path.join(folder, 'lab')];
    execFileSync('sh', [script, byScript], { env: { PATH: process.env.PATH, ...given } });
    renderAsteriskConfig(byLab, given);
    expect(files(byScript)).toEqual(files(byLab));
    expect(files(byLab)['ari.conf']).toContain('password = aZ09._:/+~-');
  });

  it('leaves no placeholder unfilled', () => {
    renderAsteriskConfig(folder, given);
    for (const text of Object.values(files(folder))) expect(text).not.toMatch(/@[A-Z_]+@/);
  });

  it('is refused by the script while values are missing, and it names each', () => {
    const { status, stderr } = spawnSync('sh', [script, folder], { env: { PATH: process.env.PATH } });
    expect(status).toBe(1);
    for (const name of REQUIRED) expect(stderr.toString()).toContain(name);
  });

  it.each(['a;b', 'a b', 'a|b', "a'b", 'a\nb', '$(id)'])(
    'is refused with the secret %j by script and lab',
    (secret) => {
      const values = { ...given, AMI_SECRET: secret };
      const { status, stderr } = spawnSync('sh', [script, folder], {
        env: { PATH: process.env.PATH, ...values },
      });
      expect(status).toBe(1);
      expect(stderr.toString()).toContain('only in: AMI_SECRET');
      expect(() => renderAsteriskConfig(folder, values)).toThrow(/only in: AMI_SECRET/);
      expect(files(folder)).toEqual({});
    },
  );
});
