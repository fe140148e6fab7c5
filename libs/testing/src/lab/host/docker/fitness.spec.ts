import type { EngineInfo } from './engine';
import { whyUnfit } from './fitness';

const SOCKET = 'unix:///var/run/docker.sock';
const KERNEL = '6.12.1';
const engine: EngineInfo = {
  OSType: 'linux',
  OperatingSystem: 'Debian GNU/Linux 13',
  KernelVersion: KERNEL,
  SecurityOptions: ['name=apparmor', 'name=seccomp,profile=default'],
};

describe('a Docker engine', () => {
  it('runs the lab when it is this machine’s own', () => {
    expect(whyUnfit(SOCKET, engine, KERNEL)).toBeUndefined();
    expect(whyUnfit(SOCKET, { ...engine, SecurityOptions: null }, KERNEL)).toBeUndefined();
  });

  it.each([
    ['does not answer', SOCKET, { ServerErrors: ['permission denied'] }, 'permission denied'],
    ['is reached by ssh', 'ssh://ci@build', engine, 'the engine at ssh://ci@build is on another machine'],
    ['runs Windows containers', SOCKET, { ...engine, OSType: 'windows' }, /not Linux but windows/],
    ['runs rootless', SOCKET, { ...engine, SecurityOptions: ['name=rootless'] }, /rootless/],
    [
      'is Docker Desktop',
      SOCKET,
      { ...engine, OperatingSystem: 'Docker Desktop', KernelVersion: '6.10.14-linuxkit' },
      /^Docker Desktop runs containers in a virtual machine/,
    ],
  ])('that %s does not', (_, address, info, reason) => {
    const why = whyUnfit(address, info, KERNEL);
    expect(why).toMatch(reason);
  });
});
