import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';

export class RecordingUsesRequest {
  @ApiProperty({ description: 'Recordings', type: [String], format: 'uuid', maxItems: 200 })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  recordingIds: string[];
}

export class RecordingUsesReply {
  @ApiProperty({ description: 'Those of them that are in use', type: [String], format: 'uuid' })
  @IsArray()
  @IsUUID(undefined, { each: true })
  inJudgement: string[];
}

/**
 * Which recordings are in use by quality control: drawn and not judged yet, in an open calibration, judged and not told to
 * the agent, or such that the agent can still appeal or has appealed. Whoever keeps them must not delete what is in use.
 */
export const ListRecordingUses = operation({
  subject: 'hr.query.recording-uses.v1',
  request: RecordingUsesRequest,
  reply: RecordingUsesReply,
});
