import { FromEnv } from '@switchyard/platform';
import { IsIn, IsString } from 'class-validator';

/** What agents and recordings need beside the telephone lines. */
export class AgentQueueConfig {
  /** Folder into which the PBX records, as this process sees it. */
  @FromEnv('IVR_RECORDINGS_DIR')
  @IsString()
  recordingsDir: string = 'var/recordings';

  /** Whether agents may sign out while the service desk cannot be asked if they have handed over. */
  @FromEnv('IVR_SIGN_OUT_WHEN_DESK_AWAY')
  @IsIn(['allow', 'refuse'])
  signOutWhenDeskAway: 'allow' | 'refuse' = 'allow';
}
