import { mkdir } from 'node:fs/promises';
import type { Clock, Logger } from '@switchyard/platform';
import { FolderAudioStore } from './cache/folder-audio-store';
import { CachingPromptLibrary } from './caching-prompt-library';
import { RecordedClips } from './clips/recorded-clips';
import type { PromptLibrary } from './prompt-library';
import type { PromptsConfig } from './prompts.config';
import { SegmentAudio } from './segment-audio';
import { Bounded } from './synthesis/bounded';
import { chooseSynthesiser } from './synthesis/choose-synthesiser';
import type { CommandRunner } from './synthesis/command-runner';
import { SoxConverter } from './synthesis/sox-converter';

/** A segment waits for a worker and is then made by two commands, each with its own time-out. */
const SEGMENT_TRIES = 3;

export interface PromptLibraryTools {
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Runs espeak-ng and sox; whoever made it stops it. */
  readonly commands: CommandRunner;
}

/**
 * Opens the library that the configuration describes, and says in the log what will speak.
 * @throws Error when the synthesiser cannot speak here; ClipsInvalid when the recordings do not fit their index.
 */
export async function openPromptLibrary(
  config: PromptsConfig,
  { clock, logger, commands }: PromptLibraryTools,
): Promise<PromptLibrary> {
  const synthesiser = chooseSynthesiser(config, commands);
  await synthesiser.prepare();
  const clips =
    config.clipsDir === undefined ? RecordedClips.none() : await RecordedClips.load(config.clipsDir);
  await mkdir(config.promptsDir, { recursive: true });
  const store = new FolderAudioStore(config.promptsDir);
  const source = new SegmentAudio({
    synthesiser,
    clips,
    converter: new SoxConverter(commands),
    store,
    workers: new Bounded(config.speechWorkers),
  });
  const facts = { folder: config.promptsDir, folderOnPbx: config.folderOnPbx, recordedClips: clips.size };
  if (config.speech === 'silent')
    logger.warn('no speech is made: customers would hear silence (IVR_SPEECH=silent)', facts);
  else
    logger.info('speech is ready', {
      ...facts,
      zh: synthesiser.identity('zh-CN'),
      en: synthesiser.identity('en'),
    });
  const options = {
    folderOnPbx: config.folderOnPbx,
    timeoutMs: SEGMENT_TRIES * config.speechTimeoutMs,
    warmAtOnce: config.speechWorkers - 1,
  };
  return new CachingPromptLibrary(source, store, options, clock, logger);
}
