import { rmSync } from 'node:fs';

import { ensureLabPrograms } from './host/find-way';
import { hostOf } from './host/host-of';
import type { HostSpec } from './host/host-spec';
import type { LabHost } from './host/lab-host';
import { LabUnavailable } from './host/lab-unavailable';
import { labControl } from './lab-paths';
import { ownIdentity } from './process/identity';

const OPEN_TIMEOUT_MS = 120_000;

/**
 * Jest's `describe` for tests that need only programs of the lab (espeak-ng, sox, nats-server), not the lab itself.
 * Where they cannot be had, the tests are reported as skipped under the reason; with CI=true they fail.
 * The host is open during tests and their hooks.
 */
export function describeWithLabRoot(name: string, define: (host: LabHost) => void): void {
  let spec: HostSpec;
  try {
    spec = ensureLabPrograms();
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error;
    if (process.env.CI === 'true') {
      it(`${name}: has its lab`, () => {
        throw error;
      });
    } else {
      describe.skip(`${name} (skipped: ${error.message})`, () => define(hostOf('root', { kind: 'chroot' })));
    }
    return;
  }
  describe(name, () => {
    const host = hostOf(`root-${process.pid}`, spec);
    beforeAll(() => host.open(ownIdentity()), OPEN_TIMEOUT_MS);
    define(host);
    // Behind the hooks of the tests: what they started inside must have ended.
    afterAll(async () => {
      await host.close();
      for (const folder of [host.folder.host, labControl(host.name).folder]) {
        rmSync(folder, { recursive: true, force: true });
      }
    }, OPEN_TIMEOUT_MS);
  });
}
