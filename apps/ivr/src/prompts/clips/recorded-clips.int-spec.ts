import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RecordedClips } from './recorded-clips';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'clips-'));
  await mkdir(path.join(folder, 'zh-CN'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, content: string) => writeFile(path.join(folder, 'zh-CN', name), content);

describe('recorded clips', () => {
  it('are found by their exact text and language', async () => {
    await write('index.json', JSON.stringify({ '您好！': 'greeting' }));
    await write('greeting.wav', 'RIFF');
    const clips = await RecordedClips.load(folder);
    expect((await clips.find('您好！', 'zh-CN'))?.toString()).toBe('RIFF');
    expect(await clips.find('您好', 'zh-CN')).toBeUndefined();
    expect(await clips.find('您好！', 'en')).toBeUndefined();
    expect(clips.size).toBe(1);
  });

  it('are none where no index is', async () => {
    expect((await RecordedClips.load(path.join(folder, 'nowhere'))).size).toBe(0);
  });

  it('are refused with every fault named', async () => {
    await write('index.json', JSON.stringify({ 一: 'one', 二: '../../etc/two', 三: 3 }));
    await expect(RecordedClips.load(folder)).rejects.toThrow(
      /"一" names one\.wav, which is not there[^]*key of "二"[^]*key of "三"/,
    );
  });

  it('are refused when the index is no JSON object', async () => {
    await write('index.json', '["一"]');
    await expect(RecordedClips.load(folder)).rejects.toThrow('must be a JSON object');
    await write('index.json', '{');
    await expect(RecordedClips.load(folder)).rejects.toThrow('index.json');
  });
});
