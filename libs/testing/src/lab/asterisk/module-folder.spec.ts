import { readFileSync } from 'node:fs';
import path from 'node:path';

import { repositoryRoot } from '../root/repository';
import { forArchitecture } from './module-folder';

const conf = readFileSync(path.join(repositoryRoot(), 'deploy/asterisk/conf/asterisk.conf'), 'utf8');

describe('the folder of Asterisk’s modules', () => {
  it('is as the configuration says on x64', () => {
    expect(forArchitecture(conf, 'x64')).toBe(conf);
  });

  it('is another on arm64, and nothing else changes', () => {
    const changed = forArchitecture(conf, 'arm64');
    expect(changed).toContain('astmoddir => /usr/lib/aarch64-linux-gnu/asterisk/modules\n');
    expect(changed.replace('aarch64', 'x86_64')).toBe(conf);
  });

  it('is not guessed for any other machine', () => {
    expect(() => forArchitecture(conf, 'ia32')).toThrow(/ia32/);
  });
});
