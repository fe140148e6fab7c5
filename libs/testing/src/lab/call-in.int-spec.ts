import path from 'node:path';
import { writeFileSync } from 'node:fs';

import { BareAri } from './bare-ari';
import { describeWithLab } from './describe-with-lab';

const FROM = '+8613900010077';

describeWithLab('a call into the PBX', (lab) => {
  it('reaches the node’s application with caller and called number, is answered, hears and presses', async () => {
    writeFileSync(path.join(lab().prompts.host, 'three-seconds.alaw'), Buffer.alloc(24_000, 0x55));
    const ari = await BareAri.connect(lab());
    const call = lab().callIn({ from: FROM, to: '95598', keys: [{ afterMs: 1500, key: '1' }], seconds: 20 });
    const { args, channel } = await ari.waitForEvent('StasisStart', ({ type }) => type === 'StasisStart');
    const id = channel?.id ?? '';
    expect(args).toEqual(['incoming']);
    expect(channel?.caller.number).toBe(FROM);
    expect(channel?.dialplan.exten).toBe('95598');
    await ari.request('POST', `/channels/${id}/answer`);
    await ari.request('POST', `/channels/${id}/play`, {
      media: `sound:${lab().prompts.inside}/three-seconds`,
    });
    const { digit } = await ari.waitForEvent('a key', ({ type }) => type === 'ChannelDtmfReceived');
    expect(digit).toBe('1');
    await ari.waitForEvent('clip ended', ({ type }) => type === 'PlaybackFinished');
    await ari.hangUp(id);
    const placed = await call;
    await ari.close();
    expect(placed.end).toBe('pbx-hung-up');
    expect(placed.heardSeconds).toBeGreaterThan(2.5);
  });

  it('ends by itself when the caller has had enough', async () => {
    const ari = await BareAri.connect(lab());
    ari.onEvent(({ type, channel }) => {
      if (type === 'StasisStart') void ari.request('POST', `/channels/${channel?.id}/answer`);
    });
    const placed = await lab().callIn({ from: FROM, to: '95598', seconds: 1 });
    expect(placed.end).toBe('caller-hung-up');
    // An incoming call's last word to the application is StasisEnd, not ChannelDestroyed.
    await ari.waitForEvent('the PBX notices', ({ type }) => type === 'StasisEnd');
    expect(await lab().asterisk.console('core show channels count')).toContain('0 active channels');
    await ari.close();
  });

  it('may withhold the caller’s number', async () => {
    const ari = await BareAri.connect(lab());
    const call = lab().callIn({ from: '', to: '95598', ringSeconds: 2 });
    const { channel } = await ari.waitForEvent('StasisStart', ({ type }) => type === 'StasisStart');
    expect(channel?.caller.number).toBe('anonymous');
    // Nobody answers: the caller gives up.
    expect((await call).end).toBe('not-answered');
    await ari.close();
  });

  it('can be one of several at a time', async () => {
    const ari = await BareAri.connect(lab());
    ari.onEvent(({ type, channel }) => {
      if (type === 'StasisStart') void ari.request('POST', `/channels/${channel?.id}/answer`);
    });
    const calls = [1, 2, 3, 4, 5].map((serial) =>
      lab().callIn({ from: `+861390001000${serial}`, to: '95598', seconds: 2 }),
    );
    expect((await Promise.all(calls)).map(({ end }) => end)).toEqual(Array(5).fill('caller-hung-up'));
    await ari.close();
  });

  it('hears an apology and the end of the call while no process serves the node', async () => {
    const placed = await lab().callIn({ from: FROM, to: '95598', seconds: 30 });
    expect(placed.end).toBe('pbx-hung-up');
    expect(placed.heardSeconds).toBeGreaterThan(1);
  });

  it('refuses what is no telephone number', async () => {
    await expect(lab().callIn({ from: '1"><x', to: '95598' })).rejects.toThrow(RangeError);
  });
});
