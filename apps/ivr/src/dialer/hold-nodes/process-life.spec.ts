import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { containerIn, isGone, ownProcess } from './process-life';

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

onLinux('a process in a container', () => {
  const [boot = '', pidNamespace = ''] = own?.split('/') ?? [];
  const place = { boot, pidNamespace, container: 'c1' };

  it('is gone when its container was started again, with another pid namespace and the same pid', () => {
    const before = ownProcess({ ...place, pidNamespace: 'pid:[1]' });
    expect(isGone(before ?? '', place)).toBe(true);
  });

  it('is not gone while it lives in this one', () => {
    expect(isGone(ownProcess(place) ?? '', place)).toBe(false);
  });

  it('may live in another container, in one that nobody told the id of, and on another machine', () => {
    const elsewhere = { ...place, pidNamespace: 'pid:[1]' };
    expect(isGone(ownProcess({ ...elsewhere, container: 'c2' }) ?? '', place)).toBe(false);
    expect(isGone(ownProcess({ boot, pidNamespace: 'pid:[1]' }) ?? '', { boot, pidNamespace })).toBe(false);
    expect(isGone(ownProcess({ ...elsewhere, boot: 'another' }) ?? '', place)).toBe(false);
  });
});

describe('the container that a process runs in', () => {
  const id = 'ab'.repeat(32);
  const mounted = (source: string) =>
    [
      '640 560 0:55 / / rw,relatime master:1 - overlay overlay rw',
      `661 640 254:1 ${source} /etc/hostname rw,relatime - ext4 /dev/vda1 rw`,
    ].join('\n');

  it.each([
    `/var/lib/docker/containers/${id}/hostname`,
    `/containers/storage/overlay-containers/${id}/userdata/hostname`,
    `/var/lib/containerd/io.containerd.grpc.v1.cri/sandboxes/${id}/hostname`,
  ])('is known by %s', (source) => {
    expect(containerIn(mounted(source))).toBe(id);
  });

  it('is not known by a file of the machine, or where nothing is mounted', () => {
    expect(containerIn(mounted('/etc/hostname'))).toBeUndefined();
    expect(containerIn('640 560 0:55 / / rw,relatime - overlay overlay rw')).toBeUndefined();
  });
});
