import { chownSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { ProcessIdentity } from '../../process/identity';
import { launchHere, type Launch } from '../../process/launcher';
import { labRoot } from '../../root/repository';
import { SPEECH_FOLDER } from '../../lab-paths';
import type { LabHost, SharedFolder } from '../lab-host';

/** The programs of `.lab/root`, run by `chroot` as root; Asterisk steps down to its own user. */
export class ChrootHost implements LabHost {
  readonly spec = { kind: 'chroot' } as const;
  readonly folder: SharedFolder;
  readonly speech: SharedFolder;
  readonly command: readonly string[];
  readonly asteriskFlags = ['-U', 'asterisk', '-G', 'asterisk'];
  private readonly root = labRoot();

  constructor(readonly name: string) {
    this.folder = this.shared(name);
    this.speech = this.shared(SPEECH_FOLDER);
    this.command = ['chroot', this.root];
  }

  async open(): Promise<void> {
    for (const { host } of [this.folder, this.speech]) mkdirSync(host, { recursive: true });
  }

  async close(): Promise<void> {
    // Nothing was taken: the root is shared by all labs, and the programs are ended by their pids.
  }

  launch(launch: Launch): Promise<ProcessIdentity> {
    return launchHere.launch({ ...launch, command: ['chroot', this.root, ...launch.command] });
  }

  giveToAsterisk(folder: string): void {
    const { uid, gid } = this.asteriskUser();
    chownSync(folder, uid, gid);
  }

  private shared(folder: string): SharedFolder {
    const inside = `/var/lib/switchyard/${folder}`;
    return { host: this.root + inside, inside };
  }

  /** Inside the root the user `asterisk` has a number that belongs to somebody else, or to nobody, outside. */
  private asteriskUser(): { uid: number; gid: number } {
    const users = readFileSync(path.join(this.root, 'etc/passwd'), 'utf8');
    const match = /^asterisk:[^:]*:(\d+):(\d+):/m.exec(users);
    if (!match) throw new Error(`${this.root}/etc/passwd knows no user asterisk`);
    return { uid: Number(match[1]), gid: Number(match[2]) };
  }
}
