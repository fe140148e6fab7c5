import { Logger } from '../logging';
import { ShutdownHooks } from './shutdown';

describe('ShutdownHooks', () => {
  it('waits for work in progress', async () => {
    const hooks = new ShutdownHooks(Logger.silent());
    let ended = false;
    hooks.add('calls', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended = true;
    });
    await hooks.run(5_000);
    expect(ended).toBe(true);
  });

  it('tells hooks while there is still time to clean up', async () => {
    const hooks = new ShutdownHooks(Logger.silent());
    let released = false;
    hooks.add('calls', async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await new Promise((resolve) => setTimeout(resolve, 1));
      released = true;
    });
    await hooks.run(400);
    expect(released).toBe(true);
  });

  it('goes on without a hook that fails or is late, and tells it that the time is up', async () => {
    const hooks = new ShutdownHooks(Logger.silent());
    let aborted = false;
    hooks.add('broken', () => Promise.reject(new Error('no')));
    hooks.add('late', (signal) => {
      signal.addEventListener('abort', () => (aborted = true));
      return new Promise(() => undefined);
    });
    await hooks.run(20);
    expect(aborted).toBe(true);
  });
});
