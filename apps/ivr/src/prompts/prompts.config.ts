import path from 'node:path';
import { FromEnv } from '@switchyard/platform';
import {
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';

export const SPEECH_PROVIDERS = ['espeak', 'http', 'silent'] as const;
export type SpeechProvider = (typeof SPEECH_PROVIDERS)[number];

/** Where speech comes from and where it is kept (T5.2). */
export class PromptsConfig {
  /** `silent` plays silence as long as the words would take: for the simulator and machines without espeak-ng. */
  @FromEnv('IVR_SPEECH')
  @IsIn(SPEECH_PROVIDERS)
  speech: string = 'espeak';

  /** Put before espeak-ng and sox, parts separated by commas: `chroot,/srv/root`. */
  @FromEnv('IVR_SPEECH_COMMAND_PREFIX')
  @IsArray()
  speechCommandPrefix: string[] = [];

  /** Of the HTTP provider: POST { text, language, voice } answers a WAV. */
  @FromEnv('IVR_SPEECH_URL')
  @ValidateIf((config: PromptsConfig) => config.speech === 'http')
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  speechUrl?: string;

  @FromEnv('IVR_SPEECH_VOICE_ZH')
  @IsString()
  speechVoiceZh: string = '';

  @FromEnv('IVR_SPEECH_VOICE_EN')
  @IsString()
  speechVoiceEn: string = '';

  /** Raise it when the HTTP provider's voices have changed: what it made before is then made anew. */
  @FromEnv('IVR_SPEECH_VERSION')
  @IsString()
  speechVersion: string = '1';

  /** For one segment and one try. */
  @FromEnv('IVR_SPEECH_TIMEOUT_MS')
  @IsInt()
  @Min(100)
  @Max(60_000)
  speechTimeoutMs: number = 10_000;

  /** Segments made at once. */
  @FromEnv('IVR_SPEECH_WORKERS')
  @IsInt()
  @Min(2)
  @Max(64)
  speechWorkers: number = 4;

  /** Folder of the audio made, shared with the PBX. */
  @FromEnv('IVR_PROMPTS_DIR')
  @IsString()
  promptsDir: string = 'var/prompts';

  /** The same folder as the PBX sees it; unset, where both see the same files. */
  @FromEnv('IVR_PROMPTS_DIR_ON_PBX')
  @IsOptional()
  @Matches(/^\/[^&|,]*$/, { message: 'give an absolute path without & | ,' })
  promptsDirOnPbx?: string;

  @FromEnv('IVR_PROMPTS_MAX_MB')
  @IsInt()
  @Min(10)
  promptsMaxMb: number = 2_048;

  @FromEnv('IVR_PROMPTS_MAX_AGE_DAYS')
  @IsInt()
  @Min(3)
  promptsMaxAgeDays: number = 90;

  /** Folder of recorded clips, with `<language>/index.json`; unset, everything is synthesised. */
  @FromEnv('IVR_CLIPS_DIR')
  @IsOptional()
  @IsString()
  clipsDir?: string;

  /** The audio's folder as the PBX sees it, without a slash at the end. */
  get folderOnPbx(): string {
    return (this.promptsDirOnPbx ?? path.resolve(this.promptsDir)).replace(/\/+$/, '');
  }
}
