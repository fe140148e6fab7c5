import { FromEnv } from '@switchyard/platform';
import { IsString } from 'class-validator';

/** What agents and recordings need beside the telephone lines. */
export class AgentQueueConfig {
  /** Folder into which the PBX records, as this process sees it. */
  @FromEnv('IVR_RECORDINGS_DIR')
  @IsString()
  recordingsDir: string = 'var/recordings';
}
