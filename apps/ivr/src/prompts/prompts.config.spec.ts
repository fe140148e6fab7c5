import { loadConfig } from '@switchyard/platform';
import { PromptsConfig } from './prompts.config';

describe('the configuration of speech', () => {
  it('sees the audio where the PBX sees it, unless told otherwise', () => {
    expect(loadConfig(PromptsConfig, { IVR_PROMPTS_DIR: '/srv/prompts/' }).folderOnPbx).toBe('/srv/prompts');
    expect(loadConfig(PromptsConfig, { IVR_PROMPTS_DIR_ON_PBX: '/snd' }).folderOnPbx).toBe('/snd');
  });

  it('takes a command prefix in parts', () => {
    const config = loadConfig(PromptsConfig, { IVR_SPEECH_COMMAND_PREFIX: 'chroot,/srv/root' });
    expect(config.speechCommandPrefix).toEqual(['chroot', '/srv/root']);
  });

  it.each([
    [{ IVR_SPEECH: 'parrot' }, 'IVR_SPEECH'],
    [{ IVR_SPEECH: 'http' }, 'IVR_SPEECH_URL'],
    [{ IVR_PROMPTS_DIR_ON_PBX: 'relative' }, 'IVR_PROMPTS_DIR_ON_PBX'],
    [{ IVR_SPEECH_WORKERS: '1' }, 'IVR_SPEECH_WORKERS'],
  ])('is refused as %p', (environment, variable) => {
    expect(() => loadConfig(PromptsConfig, environment)).toThrow(variable);
  });
});
