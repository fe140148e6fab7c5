import { ApiProperty } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { AGENT_ERRORS } from './errors';
import {
  QUEUES,
  type QueueWord,
  RECORDING_NEEDS,
  RECORDING_STATES,
  type RecordingNeed,
  type RecordingStateWord,
} from './words';

export class RecordingView {
  @ApiProperty({ description: 'Identifier, which is the file’s name too', format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'The call' })
  @IsString()
  callId: string;

  @ApiProperty({ description: 'Queue that the caller came through', enum: QUEUES, required: false })
  @IsOptional()
  @IsIn(QUEUES)
  queue?: QueueWord;

  @ApiProperty({ description: 'Agent who talked', format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  agentId?: string;

  @ApiProperty({ description: 'Number of the agent (工号)', required: false })
  @IsOptional()
  @IsString()
  workNo?: string;

  @ApiProperty({ description: 'Seconds that the phone rang before the talk', required: false })
  @IsOptional()
  @IsNumber()
  ringSeconds?: number;

  @ApiProperty({ description: 'Seconds of the talk', required: false })
  @IsOptional()
  @IsNumber()
  talkSeconds?: number;

  @ApiProperty({ description: 'Seconds of after-call work', required: false })
  @IsOptional()
  @IsNumber()
  afterCallSeconds?: number;

  @ApiProperty({ description: 'How satisfied the caller was, 1 to 5', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  csat?: number;

  @ApiProperty({ description: 'Whether the caller was told of the recording before' })
  @IsBoolean()
  announced: boolean;

  @ApiProperty({ description: '`stored`: can be heard', enum: RECORDING_STATES })
  @IsIn(RECORDING_STATES)
  state: RecordingStateWord;

  @ApiProperty({ description: 'Begin of the talk', format: 'date-time' })
  @IsISO8601()
  startedAt: string;

  @ApiProperty({ description: 'Length in seconds', required: false })
  @IsOptional()
  @IsNumber()
  seconds?: number;

  @ApiProperty({ description: 'Size', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  bytes?: number;

  @ApiProperty({
    description: 'When the policy has it deleted, unless it is needed',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  deleteAfter?: string;

  @ApiProperty({
    description:
      'Why it is not deleted when its days are over: a `work-order` of the call is open; it is `evidence` of a complaint or a report of misconduct; its `judgement` is to come, or can be appealed against',
    enum: RECORDING_NEEDS,
    required: false,
  })
  @IsOptional()
  @IsIn(RECORDING_NEEDS)
  keptFor?: RecordingNeed;

  @ApiProperty({ description: 'When it was deleted', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  deletedAt?: string;
}

export class ListRecordingsRequest extends PageRequest {
  @ApiProperty({ description: 'Only of this call', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 150)
  callId?: string;

  @ApiProperty({ description: 'Only of this agent', format: 'uuid', required: false })
  @IsOptional()
  @IsUUID()
  agentId?: string;

  @ApiProperty({ description: 'Only of this queue', enum: QUEUES, required: false })
  @IsOptional()
  @IsIn(QUEUES)
  queue?: QueueWord;

  @ApiProperty({ description: 'Only in this state', enum: RECORDING_STATES, required: false })
  @IsOptional()
  @IsIn(RECORDING_STATES)
  state?: RecordingStateWord;

  @ApiProperty({ description: 'Begun at or after', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiProperty({ description: 'Begun before', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;
}

export class RecordingPage extends PageOf(RecordingView, 'One page, the latest first') {}

/** Recordings of human calls, the latest first (T4.3). */
export const ListRecordings = operation({
  subject: 'ivr.query.list-recordings.v1',
  request: ListRecordingsRequest,
  reply: RecordingPage,
});

export class RecordingReference {
  @ApiProperty({ description: 'The recording', format: 'uuid' })
  @IsUUID()
  recordingId: string;
}

export const GetRecording = operation({
  subject: 'ivr.query.get-recording.v1',
  request: RecordingReference,
  reply: RecordingView,
  errors: [AGENT_ERRORS.recordingNotFound],
});

export class RecordingFile {
  @ApiProperty({ description: 'Key in the file store' })
  @IsString()
  fileKey: string;

  @ApiProperty({ description: 'Media type' })
  @IsString()
  mediaType: string;

  @ApiProperty({ description: 'Size', type: 'integer' })
  @IsInt()
  bytes: number;
}

/** Where the sound of a recording lies. Whoever asks has heard it, as far as the audit is concerned. */
export const OpenRecording = operation({
  subject: 'ivr.query.open-recording.v1',
  request: RecordingReference,
  reply: RecordingFile,
  errors: [AGENT_ERRORS.recordingNotFound, AGENT_ERRORS.recordingNotStored],
});
