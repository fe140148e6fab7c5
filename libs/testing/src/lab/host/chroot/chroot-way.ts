import { existsSync, readFileSync } from 'node:fs';

import { labFolder, labRoot } from '../../root/repository';
import type { LabWay } from '../lab-way';
import { runLabScript } from '../run-script';

/** A private root file system, made by mmdebstrap. */
export const chrootWay: LabWay = {
  whyNot() {
    if (process.platform !== 'linux') return `it runs on Linux, this is ${process.platform}`;
    if (process.getuid?.() !== 0) return 'it needs root';
    if (this.built() || isDebian()) return undefined;
    return 'it is built by mmdebstrap from the packages of Debian, and this is no Debian';
  },
  built: () => existsSync(`${labRoot()}/etc/switchyard-lab-root`),
  build: () => runLabScript('build-root.sh', [labFolder()]),
  spec: () => ({ kind: 'chroot' }),
};

function isDebian(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/m.test(release) && existsSync('/usr/share/keyrings/debian-archive-keyring.gpg');
}
