import { waysToTry, whyNone } from './choose-way';

describe('the way to run the lab', () => {
  it.each([undefined, '', 'auto'])('is chroot, else Docker, when SWITCHYARD_LAB is %j', (wanted) => {
    expect(waysToTry(wanted)).toEqual(['chroot', 'docker']);
  });

  it.each(['chroot', 'docker'])('is %s alone when SWITCHYARD_LAB says so', (wanted) => {
    expect(waysToTry(wanted)).toEqual([wanted]);
  });

  it('is none when SWITCHYARD_LAB is off, and the reason names the variable', () => {
    expect(waysToTry('off')).toEqual([]);
    expect(whyNone(new Map())).toContain('SWITCHYARD_LAB');
  });

  it('is refused when SWITCHYARD_LAB is another word, and the message tells the words there are', () => {
    expect(() => waysToTry('podman')).toThrow(/SWITCHYARD_LAB.*podman.*auto, chroot, docker or off/);
  });

  it('tells of each way why it is closed', () => {
    const reasons = new Map([
      ['chroot', 'it needs root'],
      ['docker', 'there is no docker here'],
    ] as const);
    expect(whyNone(reasons)).toBe('chroot: it needs root; docker: there is no docker here');
  });
});
