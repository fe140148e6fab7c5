import { ensureLabRootNow, LabUnavailable } from './root/build-root';

/**
 * Jest's `describe` for tests that need only the programs of the lab's root file system (espeak-ng, sox), run by
 * `chroot`. Where it cannot be had, the tests are reported as skipped under the reason; with CI=true they fail.
 */
export function describeWithLabRoot(name: string, define: (root: string) => void): void {
  try {
    const root = ensureLabRootNow();
    describe(name, () => define(root));
  } catch (error) {
    if (!(error instanceof LabUnavailable)) throw error;
    if (process.env.CI === 'true') {
      it(`${name}: has its lab`, () => {
        throw error;
      });
    } else {
      describe.skip(`${name} (skipped: ${error.message})`, () => define(''));
    }
  }
}
