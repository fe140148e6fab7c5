import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import path from 'node:path';

import { labFolder, repositoryRoot } from '../../root/repository';
import type { LabWay } from '../lab-way';
import { runLabScript } from '../run-script';
import { engineAddress, engineInfo, hasImage } from './engine';
import { whyUnfit } from './fitness';

/** A container on this machine's network, from an image with the same packages as the chroot way's root. */
export const dockerWay: LabWay = {
  whyNot() {
    if (process.platform !== 'linux') {
      return `its containers must be on this machine's network, which takes Linux (deploy/lab/demo-in-docker does not)`;
    }
    try {
      const address = engineAddress();
      return whyUnfit(address, engineInfo(address), release());
    } catch (error) {
      return whyNoAnswer(error);
    }
  },
  built: () => hasImage(engineAddress(), labImage()),
  build: () => runLabScript('build-image.sh', [labImage(), labFolder()], { DOCKER_HOST: engineAddress() }),
  spec: () => ({ kind: 'docker', engine: engineAddress(), image: labImage() }),
};

const MADE_OF = ['lab/Dockerfile', 'lab/packages', 'lab/in-container.sh', 'asterisk/make-sounds.sh'];

/** The name tells what the image is made of, so that a change makes another image. */
export function labImage(): string {
  const hash = createHash('sha256');
  for (const file of MADE_OF) hash.update(readFileSync(path.join(repositoryRoot(), 'deploy', file)));
  return `switchyard-lab:${hash.digest('hex').slice(0, 12)}`;
}

function whyNoAnswer(error: unknown): string {
  const { code, stderr, message } = error as { code?: string; stderr?: string; message: string };
  if (code === 'ENOENT') return 'there is no docker command';
  const lastLine = (stderr ?? '').trim().split('\n').at(-1);
  return `the engine does not answer: ${lastLine || message}`;
}
