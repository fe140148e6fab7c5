import { FromEnv } from '@switchyard/platform';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';

export const PBX_KINDS = ['asterisk', 'simulator'] as const;

const onAsterisk = (config: TelephonyConfig): boolean => config.pbx === 'asterisk';

/** Which PBX nodes there are. Lists hold one entry for each node, in the same order. */
export class TelephonyConfig {
  @FromEnv('IVR_PBX')
  @IsIn(PBX_KINDS)
  pbx: string = 'asterisk';

  /** The Stasis application of a node bears its name. */
  @FromEnv('IVR_NODES')
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @Matches(/^[A-Za-z0-9_-]{1,40}$/, {
    each: true,
    message: 'names of letters, digits, - and _, e.g. pbx-1,pbx-2',
  })
  nodes: string[] = ['pbx-1'];

  @FromEnv('IVR_ARI_URL')
  @ValidateIf(onAsterisk)
  @IsArray()
  @Matches(/^https?:\/\/[^\s/]+/, { each: true, message: 'one for each node, e.g. http://asterisk:8088' })
  ariUrl: string[] = ['http://127.0.0.1:8088'];

  @FromEnv('IVR_ARI_USER')
  @IsString()
  ariUser: string = 'switchyard';

  @FromEnv('IVR_ARI_PASSWORD')
  @ValidateIf(onAsterisk)
  @Matches(/./, { message: 'the password in ari.conf' })
  ariPassword: string = '';

  /** Left empty, AMI is not used. */
  @FromEnv('IVR_AMI')
  @ValidateIf(onAsterisk)
  @IsArray()
  @Matches(/^[^\s:]+:\d{1,5}$/, { each: true, message: 'host:port, one for each node' })
  ami: string[] = [];

  @FromEnv('IVR_AMI_USER')
  @IsString()
  amiUser: string = 'switchyard';

  @FromEnv('IVR_AMI_SECRET')
  @ValidateIf((config: TelephonyConfig) => onAsterisk(config) && config.ami.length > 0)
  @Matches(/./, { message: 'the secret in manager.conf' })
  amiSecret: string = '';

  /** For any one request to a PBX. */
  @FromEnv('IVR_PBX_TIMEOUT_MS')
  @IsInt()
  @Min(500)
  @Max(60_000)
  requestTimeoutMs: number = 5_000;

  /** Calls that one simulated node carries at once. */
  @FromEnv('IVR_SIMULATOR_LINES')
  @IsInt()
  @Min(1)
  @Max(100_000)
  simulatorLines: number = 1_000;
}
