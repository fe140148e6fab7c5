import { FromEnv } from '@switchyard/platform';
import { IsBoolean, IsInt, IsNumber, IsString, Matches, Max, Min } from 'class-validator';

/** How this site dials. */
export class DialerConfig {
  /** The utility's name in the prescribed words (rules.md §13b), e.g. 江城. */
  @FromEnv('IVR_UNIT_NAME')
  @IsString()
  unitName: string = '本市';

  /** Trunk for batches that name none. */
  @FromEnv('IVR_TRUNK')
  @IsString()
  @Matches(/^[A-Za-z0-9_-]+$/, { message: 'the name of a PJSIP endpoint, e.g. trunk' })
  trunk: string = 'trunk';

  /** Number shown to customers whose batch names none. */
  @FromEnv('IVR_CALLER_ID')
  @Matches(/^\+?[0-9]{3,15}$/, { message: 'digits, with or without a leading plus' })
  callerId: string = '95598';

  /** Lines of each node's trunk. */
  @FromEnv('IVR_LINES')
  @IsInt()
  @Min(1)
  @Max(5_000)
  lines: number = 30;

  /** Lines of each node that are kept for callers (T2.10). */
  @FromEnv('IVR_INBOUND_RESERVE')
  @IsInt()
  @Min(0)
  @Max(5_000)
  inboundReserve: number = 2;

  /** Call starts per second on each node. */
  @FromEnv('IVR_CALLS_PER_SECOND')
  @IsNumber()
  @Min(0.1)
  @Max(1_000)
  callsPerSecond: number = 10;

  /** Whether the trunk leads to the lab's subscribers: only there a test policy is accepted. */
  @FromEnv('IVR_TRUNK_IS_LAB')
  @IsBoolean()
  trunkIsLab: boolean = false;
}
