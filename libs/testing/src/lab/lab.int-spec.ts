import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { BareAri } from './bare-ari';
import { describeWithLab } from './describe-with-lab';
import { findLab, startLab } from './lab';
import type { Lab } from './lab-handle';
import { labControl } from './lab-paths';
import { identify, isAlive } from './process/identity';
import { readJsonFile, writeJsonFile } from './process/json-file';
import { waitFor } from './process/wait-for';
import { labNumber } from './subscribers/fates';

const pids = ({ asterisk, nats, subscribers }: Lab) => [asterisk.pid, nats.pid, subscribers.pid];

const STOPPED = [undefined, undefined, undefined];

/** A process that has died without a word: what a crashed starter looks like to the next one. */
async function deadProcess() {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  const identity = identify(child.pid ?? 0);
  if (!identity) throw new Error('sleep did not start');
  child.kill('SIGKILL');
  await waitFor('the process died', () => !isAlive(identity), 5000);
  return identity;
}

describeWithLab('the lab', (lab) => {
  jest.setTimeout(60_000);
  const name = () => lab().name;

  it('runs Asterisk, NATS and the subscribers', () => {
    expect(pids(lab())).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
  });

  it('attaches to itself on a second start, and a handle that attached does not end it', async () => {
    const second = await startLab({ name: name() });
    expect(second.attached).toBe(true);
    expect(pids(second)).toEqual(pids(lab()));
    await second.release();
    expect(pids(lab())).not.toContain(undefined);
  });

  it('refuses other options while somebody uses it', async () => {
    await expect(startLab({ name: name(), node: 'another' })).rejects.toThrow(/with other options/);
  });

  it('names the process that uses it, for others to keep their hands off', () => {
    expect(lab().ownerPid).toBe(process.pid);
    expect(findLab(name())?.ownerPid).toBe(process.pid);
  });

  it('belongs to nobody when it is detached', async () => {
    const detached = await startLab({ name: `${name()}-detached`, detached: true });
    expect(detached.ownerPid).toBeUndefined();
    await detached.stop();
  });

  it('runs beside another lab', async () => {
    const other = await startLab({ name: `${name()}-beside` });
    try {
      expect(other.ari.url).not.toBe(lab().ari.url);
      const ari = await BareAri.connect(other);
      await ari.originate('beside', labNumber('busy'));
      await ari.waitForEvent('end', ({ type, cause }) => type === 'ChannelDestroyed' && cause === 17);
      await ari.close();
      expect(other.subscribers.callLog()).toHaveLength(1);
      expect(lab().subscribers.callLog()).toHaveLength(0);
    } finally {
      await other.stop();
    }
  });

  it('replaces a lab that lost a part', async () => {
    const before = await startLab({ name: `${name()}-broken` });
    await before.nats.kill();
    const after = await startLab({ name: `${name()}-broken` });
    try {
      expect(after.attached).toBe(false);
      expect(pids(after)).not.toContain(undefined);
    } finally {
      await after.stop();
    }
  });

  it('clears away a lab whose starter crashed, when any lab starts', async () => {
    const abandoned = await startLab({ name: `${name()}-abandoned` });
    const file = labControl(abandoned.name).stateFile;
    writeJsonFile(file, { ...readJsonFile<object>(file), owner: await deadProcess() });
    const processes = pids(abandoned).map((pid) => identify(pid ?? 0));
    await startLab({ name: name() });
    expect(pids(abandoned)).toEqual(STOPPED);
    expect(processes.map((identity) => identity && isAlive(identity))).toEqual([false, false, false]);
  });

  it('leaves no process behind when stopped, and is found stopped', async () => {
    const shortLived = await startLab({ name: `${name()}-short` });
    const processes = pids(shortLived).map((pid) => identify(pid ?? 0));
    await shortLived.stop();
    expect(processes.map((identity) => identity && isAlive(identity))).toEqual([false, false, false]);
    expect(findLab(shortLived.name)).toMatchObject({ name: shortLived.name });
    expect(pids(shortLived)).toEqual(STOPPED);
    await shortLived.stop();
  });

  it('says nothing alarming in Asterisk’s log at start', () => {
    const lines = readFileSync(lab().asterisk.logFile, 'utf8').split('\n');
    const alarms = lines.filter((line) => /ERROR|WARNING/.test(line));
    expect(alarms).toEqual([]);
  });

  it('has its queues', async () => {
    expect(await lab().asterisk.console('queue show')).toContain('q-general');
  });

  it('reads a clip that was put into the prompts folder, and the subscriber hears all of it', async () => {
    const clip = path.join(lab().prompts.host, 'two-seconds.alaw');
    writeFileSync(clip, Buffer.alloc(16_000, 0x55));
    const ari = await BareAri.connect(lab());
    await ari.originate('clip', labNumber('listens'));
    await ari.waitForEvent('answer', ({ type }) => type === 'StasisStart');
    await ari.request('POST', '/channels/clip/play', {
      media: `sound:${lab().prompts.inside}/two-seconds`,
    });
    await ari.waitForEvent('clip ended', ({ type }) => type === 'PlaybackFinished');
    await ari.hangUp('clip');
    await waitFor('the log tells the end', () => lab().subscribers.callLog()[0]?.endedAt !== undefined, 5000);
    await ari.close();
    expect(lab().subscribers.callLog()).toMatchObject([
      { number: labNumber('listens'), from: '95598', end: 'pbx-hung-up', keys: '' },
    ]);
    const heard = lab().subscribers.callLog()[0]?.heardSeconds ?? 0;
    expect(heard).toBeGreaterThan(1.8);
    expect(heard).toBeLessThan(3);
  });

  it('speaks with the root’s own programs', async () => {
    await lab().run('espeak-ng', ['-v', 'cmn', '-w', `${lab().prompts.inside}/voice.wav`, '您好']);
    expect(existsSync(path.join(lab().prompts.host, 'voice.wav'))).toBe(true);
  });

  it('calls nobody while the subscribers are gone, and says so with no ringing', async () => {
    await lab().subscribers.kill();
    const ari = await BareAri.connect(lab());
    await ari.originate('nobody', labNumber('listens'), 2);
    await ari.waitForEvent('end', ({ type, cause }) => type === 'ChannelDestroyed' && cause === 19);
    expect(ari.of('nobody').map(({ dialstatus }) => dialstatus)).not.toContain('RINGING');
    await ari.close();
    await lab().subscribers.start();
    await lab().subscribers.clearCallLog();
  });

  it('has its Asterisk back after a kill, and after a stop', async () => {
    const before = lab().asterisk.pid;
    await lab().asterisk.kill();
    expect(lab().asterisk.pid).toBeUndefined();
    await lab().asterisk.start();
    const between = lab().asterisk.pid;
    await lab().asterisk.restart();
    const after = lab().asterisk.pid;
    expect(new Set([before, between, after]).size).toBe(3);
    const ari = await BareAri.connect(lab());
    await ari.originate('again', labNumber('declines'));
    await ari.waitForEvent('end', ({ type, cause }) => type === 'ChannelDestroyed' && cause === 21);
    await ari.close();
  });

  it('has its NATS back after a kill', async () => {
    await lab().nats.kill();
    await lab().nats.restart();
    expect(lab().nats.pid).toEqual(expect.any(Number));
  });
});
