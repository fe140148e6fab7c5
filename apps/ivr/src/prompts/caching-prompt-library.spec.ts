import { type SpokenLanguage, composeNotice, noticeTemplate } from '@switchyard/domain';
import { FixedClock, Logger } from '@switchyard/platform';
import { type Slin, SAMPLE_RATE, concatenate, durationMs, silence } from './audio/slin';
import { type AudioStore, type StoredAudio, sha256 } from './cache/audio-store.port';
import { CachingPromptLibrary } from './caching-prompt-library';
import { SegmentAudio } from './segment-audio';
import { SpeechFailed } from './speech-failed';
import { Bounded } from './synthesis/bounded';
import type { SpeechSynthesiser } from './synthesis/speech-synthesiser.port';

const tone = (milliseconds: number, loudness = 5_000): Slin =>
  new Int16Array((milliseconds * SAMPLE_RATE) / 1000).fill(loudness);

/** Speaks 100 ms a character, with silence around it; counts what it was asked. */
class FakeSynthesiser implements SpeechSynthesiser {
  readonly asked: string[] = [];
  voice = 'fake 1';
  atOnce = 0;
  mostAtOnce = 0;
  hangs = false;
  failsFor: string | undefined;

  async prepare(): Promise<void> {}

  identity(language: SpokenLanguage): string {
    return `${this.voice} ${language}`;
  }

  async synthesise(text: string, language: SpokenLanguage): Promise<Slin> {
    this.asked.push(`${language} ${text}`);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    this.atOnce -= 1;
    if (this.hangs) return new Promise(() => undefined);
    if (text === this.failsFor) throw new Error('out of breath');
    return concatenate(
      silence(500),
      tone(text.length * 100, 1_000 + (text.charCodeAt(0) % 10_000)),
      silence(500),
    );
  }
}

/** A folder's twin in memory. */
class MemoryAudioStore implements AudioStore {
  readonly pieces = new Map<string, StoredAudio>();

  async find(key: string): Promise<StoredAudio | undefined> {
    return this.pieces.get(key);
  }

  async put(key: string, slin: Slin): Promise<StoredAudio> {
    const hash = sha256(new Uint8Array(slin.buffer));
    const stored = { key, name: `${key}/clip`, durationMs: durationMs(slin.length), hash };
    this.pieces.set(key, stored);
    return stored;
  }

  async touch(key: string): Promise<boolean> {
    return this.pieces.has(key);
  }
}

let store: MemoryAudioStore;
let synthesiser: FakeSynthesiser;
let clock: FixedClock;

function library(timeoutMs = 5_000, recordings: Record<string, Buffer> = {}): CachingPromptLibrary {
  const clips = { find: async (text: string) => recordings[text] };
  const converter = { toSlin: async (wav: Uint8Array) => tone(wav.length) };
  const source = new SegmentAudio({ synthesiser, clips, converter, store, workers: new Bounded(3) });
  const options = { folderOnPbx: '/pbx/prompts', timeoutMs, warmAtOnce: 2 };
  return new CachingPromptLibrary(source, store, options, clock, Logger.silent());
}

beforeEach(() => {
  store = new MemoryAudioStore();
  synthesiser = new FakeSynthesiser();
  clock = new FixedClock();
});

describe('a rendered part', () => {
  it('names one file a segment as the PBX sees it', async () => {
    const part = await library().render(['应交', '十', '元', '。'], 'zh-CN');
    expect(part.text).toBe('应交十元。');
    expect(part.media).toHaveLength(4);
    expect(part.media.every((media) => /^sound:\/pbx\/prompts\/[0-9a-f]{64}\/clip$/.test(media))).toBe(true);
  });

  it('tells how long it lasts, its essential part by itself; silence around words is taken off', async () => {
    const part = await library().render(['应交', '十', '元', '。'], 'zh-CN', 2);
    const [words, ten, yuan, pause] = part.segmentMs;
    expect([words, ten, yuan]).toEqual([200 + 30, 100 + 30, 100 + 30]);
    expect(pause).toBe(320);
    expect(part.durationMs).toBe(230 + 130 + 130 + 320);
    expect(part.essentialMs).toBe(230 + 130);
  });

  it('takes a breath after a sentence, and does not ask the synthesiser for a pause', async () => {
    const part = await library().render(['好。', '，'], 'zh-CN');
    expect(part.segmentMs).toEqual([200 + 30 + 320, 160]);
    expect(synthesiser.asked).toEqual(['zh-CN 好。']);
  });

  it('has a hash of what is heard: the same words the same, other words another', async () => {
    const prompts = library();
    const hash = async (...segments: string[]) => (await prompts.render(segments, 'zh-CN')).hash;
    expect(await hash('十', '元')).toBe(await hash('十', '元'));
    expect(await hash('十', '元')).not.toBe(await hash('元', '十'));
    expect(await hash('十', '元')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('speaks Chinese names inside English with the Chinese voice', async () => {
    await library().render(['pay at', '城关'], 'en');
    expect(synthesiser.asked).toEqual(['en pay at', 'zh-CN 城关']);
  });

  it('speaks English inside Chinese with the English voice, but letters of a code with the Chinese', async () => {
    await library().render(['请按零。', 'For English, press eight.', 'A', '一'], 'zh-CN');
    expect(synthesiser.asked).toEqual([
      'zh-CN 请按零。',
      'en For English, press eight.',
      'zh-CN A',
      'zh-CN 一',
    ]);
  });
});

describe('the cache', () => {
  it('makes a segment once, however many calls ask at the same time', async () => {
    const prompts = library();
    await Promise.all(Array.from({ length: 20 }, () => prompts.render(['一', '二', '一'], 'zh-CN')));
    expect(synthesiser.asked.sort()).toEqual(['zh-CN 一', 'zh-CN 二']);
  });

  it('is found again by another process', async () => {
    const first = await library().render(['一'], 'zh-CN');
    synthesiser.asked.length = 0;
    expect(await library().render(['一'], 'zh-CN')).toEqual(first);
    expect(synthesiser.asked).toEqual([]);
  });

  it('does not serve the audio of another voice', async () => {
    const before = await library().render(['一'], 'zh-CN');
    synthesiser.voice = 'fake 2';
    const after = await library().render(['一'], 'zh-CN');
    expect(after.media).not.toEqual(before.media);
  });

  it('makes anew, within ten minutes, what was deleted under it', async () => {
    const prompts = library();
    await prompts.render(['一'], 'zh-CN');
    store.pieces.clear();
    await prompts.render(['一'], 'zh-CN');
    expect(store.pieces.size).toBe(0);
    clock.advance(600_000);
    await prompts.render(['一'], 'zh-CN');
    expect(store.pieces.size).toBe(1);
  });

  it('runs no more synthesisers at once than it may', async () => {
    await library().render(Array.from('一二三四五六七八九十'), 'zh-CN');
    expect(synthesiser.mostAtOnce).toBe(3);
  });
});

describe('when speech fails', () => {
  it('names the segment and the cause, and tries again the next time', async () => {
    const prompts = library();
    synthesiser.failsFor = '二';
    const failure: unknown = await prompts.render(['一', '二'], 'zh-CN').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SpeechFailed);
    expect(failure).toMatchObject({ code: 'speech-failed', text: '二' });
    expect((failure as Error).message).toContain('out of breath');
    synthesiser.failsFor = undefined;
    await expect(prompts.render(['一', '二'], 'zh-CN')).resolves.toMatchObject({ text: '一二' });
  });

  it('does not wait for ever', async () => {
    synthesiser.hangs = true;
    await expect(library(30).render(['一'], 'zh-CN')).rejects.toThrow(SpeechFailed);
  });
});

describe('warming up', () => {
  it('makes each distinct segment once, leaves a worker to the calls, and counts', async () => {
    const prompts = library();
    await prompts.render(['一'], 'zh-CN');
    synthesiser.mostAtOnce = 0;
    synthesiser.failsFor = '四';
    expect(await prompts.warm(['一', '二', '三', '二', '四', '五'], 'zh-CN')).toEqual({
      made: 3,
      alreadyThere: 1,
      failed: 1,
    });
    expect(synthesiser.mostAtOnce).toBeLessThanOrEqual(2);
  });
});

describe('a recorded clip', () => {
  it('is played instead of speech for exactly its text', async () => {
    const part = await library(5_000, { 您好: Buffer.alloc(640) }).render(['您好', '您'], 'zh-CN');
    expect(part.segmentMs).toEqual([640, 130]);
    expect(synthesiser.asked).toEqual(['zh-CN 您']);
  });
});

describe('a call', () => {
  const notice = {
    kind: 'bill-notice' as const,
    readingDate: '2026-02-28',
    registerValue: 100,
    energyKwh: 12,
    amountFen: 1_000,
    previousBalanceFen: 0,
    payableFen: 1_000,
    balanceFen: 1_000,
  };
  const script = composeNotice(
    noticeTemplate('bill-notice', 'zh-CN'),
    [
      { ...notice, accountNo: '1111' },
      { ...notice, accountNo: '2222' },
    ],
    { unit: '城关' },
  );

  it('has all its parts, and the time after which each notice counts as heard', async () => {
    const { parts, essentialMs, essentialMsByNotice } = await library().renderScript(script);
    expect(parts.closing.text).toBe('打扰了，谢谢！再见！');
    const [first = 0, second = 0] = essentialMsByNotice;
    expect(first).toBeGreaterThan(parts.opening.durationMs);
    expect(second).toBe(parts.opening.durationMs + parts.body.durationMs);
    expect(first).toBeLessThan(second);
    expect(essentialMs).toBe(second);
    expect(parts.opening.essentialMs).toBe(parts.opening.durationMs);
    expect(parts.body.essentialMs).toBe(essentialMs - parts.opening.durationMs);
  });
});
