import { FromEnv } from '@switchyard/platform';
import { IsString } from 'class-validator';

/** How callers are served. */
export class CallFlowConfig {
  /** Folder into which the PBX records, as this process sees it. */
  @FromEnv('IVR_RECORDINGS_DIR')
  @IsString()
  recordingsDir: string = 'var/recordings';
}
