import { existsSync, readFileSync } from 'node:fs';

import { labRoot } from './repository';

export type LabAvailability =
  | {
      readonly available: true;
      /** False: the first start builds the root file system, about 30 s. It may still fail, for want of a network. */
      readonly built: boolean;
    }
  | { readonly available: false; readonly reason: string };

/** Whether this machine can run the lab, as far as can be told without trying. */
export function labAvailability(): LabAvailability {
  if (process.platform !== 'linux') return no(`the lab runs on Linux, this is ${process.platform}`);
  if (process.getuid?.() !== 0) return no('the lab needs root, for chroot');
  if (existsSync(`${labRoot()}/etc/switchyard-lab-root`)) return { available: true, built: true };
  if (!isDebian())
    return no('the lab is built by mmdebstrap from the packages of Debian, and this is no Debian');
  return { available: true, built: false };
}

function no(reason: string): LabAvailability {
  return { available: false, reason };
}

function isDebian(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/m.test(release) && existsSync('/usr/share/keyrings/debian-archive-keyring.gpg');
}
