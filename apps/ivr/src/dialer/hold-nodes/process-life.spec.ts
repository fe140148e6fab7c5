import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { isGone, ownProcess } from './process-life';

const own = ownProcess();
const onLinux = own === undefined ? describe.skip : describe;

onLinux('a process as others recognise it', () => {
  const named = (pid: number, start: string) => `${own?.split('/').slice(0, 2).join('/')}/${pid}/${start}`;

  it('is not gone while it lives', () => {
    expect(isGone(own ?? '')).toBe(false);
  });

  it('is gone when another process has its pid, or none', async () => {
    expect(isGone(named(process.pid, '1'))).toBe(true);
    const child: ChildProcess = spawn('true', { stdio: 'ignore' });
    await once(child, 'exit');
    expect(isGone(named(child.pid ?? 0, '1'))).toBe(true);
  });

  it('may live where we cannot look: on another machine, in another container, or under no name', () => {
    const [, namespace = ''] = own?.split('/') ?? [];
    expect(isGone(`another-boot/${namespace}/${process.pid}/1`)).toBe(false);
    expect(isGone(`${own?.split('/')[0]}/pid:[1]/${process.pid}/1`)).toBe(false);
    expect(isGone('')).toBe(false);
  });
});
