import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FixedClock, Logger, loadConfig } from '@switchyard/platform';
import { openPromptLibrary } from './open-prompt-library';
import { PromptsConfig } from './prompts.config';
import { CommandRunner } from './synthesis/command-runner';

describe('opening the library', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'library-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = (environment: Record<string, string>, commands = new CommandRunner()) => {
    const lines: string[] = [];
    const logger = Logger.create({ destination: { write: (line: string) => void lines.push(line) } });
    const config = loadConfig(PromptsConfig, { IVR_PROMPTS_DIR: folder, ...environment });
    return { lines, library: openPromptLibrary(config, { clock: new FixedClock(), logger, commands }) };
  };

  it('says in the log when silence stands in for speech, which lasts as long as the words would', async () => {
    const { lines, library } = open({ IVR_SPEECH: 'silent' });
    const part = await (await library).render(['您好！', 'A1', '元'], 'zh-CN');
    expect(lines.join()).toContain('IVR_SPEECH=silent');
    expect(part.segmentMs).toEqual([2 * 210 + 320, 150, 210]);
  });

  it('fails, naming the remedy, where espeak-ng is not to be found', async () => {
    const { library } = open({}, new CommandRunner({ prefix: ['/nowhere/chroot'] }));
    await expect(library).rejects.toThrow(/Install espeak-ng and sox.*IVR_SPEECH/);
  });
});
