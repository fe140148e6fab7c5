import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import {
  Bounded,
  Figure,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalDay,
  OptionalInstant,
  OptionalOneOf,
  OptionalPhone,
  OptionalText,
  OptionalWhole,
  RequiredText,
} from '../../kernel/fields';
import { OptionalStaffNumber } from '../staff/staff-fields';
import {
  BACKGROUND_WORDS,
  type BackgroundWord,
  CANDIDATE_STATE_WORDS,
  type CandidateStateWord,
  CHANNEL_WORDS,
  type ChannelWord,
  DIMENSION_WORDS,
  EDUCATION_WORDS,
  type EducationWord,
  MANDARIN_WORDS,
  type MandarinWord,
  OBSTACLE_WORDS,
  REQUIREMENT_WORDS,
} from './hiring-words';

/** What the post asks for; what nobody has asked or tested stays out, and is unknown. */
export class CandidateAbilityFields {
  @OptionalOneOf('Education', EDUCATION_WORDS)
  education?: EducationWord;

  @OptionalOneOf('Mandarin level (普通话水平): 3B 三级乙等 to 1A 一级甲等', MANDARIN_WORDS)
  mandarin?: MandarinWord;

  @OptionalWhole('Characters typed in a minute', 0, 500)
  charactersPerMinute?: number;

  @ApiPropertyOptional({ description: 'Whether they know office programs' })
  @IsOptional()
  @IsBoolean()
  office?: boolean;
}

export class CandidateFields extends CandidateAbilityFields {
  @RequiredText('Name', 100)
  name: string;

  @OptionalPhone('Telephone number')
  phone?: string;

  @OneOf('How they came', CHANNEL_WORDS)
  channel: ChannelWord;

  @OptionalStaffNumber('Who referred them')
  referredBy?: string;

  @OptionalText('What is worth knowing', 1000)
  note?: string;
}

export class InterviewMarkFields {
  @Bounded('Knowledge', 0, 100)
  knowledge: number;

  @Bounded('Communication', 0, 100)
  communication: number;

  @Bounded('Sense of service', 0, 100)
  service: number;

  @Bounded('Adaptability', 0, 100)
  adaptability: number;
}

export class InterviewView extends InterviewMarkFields {
  @Id('The interview')
  interviewId: string;

  @Instant('When it was held')
  heldAt: string;

  @RequiredText('Who interviewed', 200)
  interviewer: string;

  @Figure('Weighted mean, to a tenth')
  mean: number;

  @Flag('Whether it was passed, by the policy of then')
  passed: boolean;

  @ApiProperty({ description: 'Below what each needs', enum: DIMENSION_WORDS, isArray: true })
  @IsIn(DIMENSION_WORDS, { each: true })
  weak: (typeof DIMENSION_WORDS)[number][];

  @OptionalText('What was said', 2000)
  remark?: string;
}

export class RequirementFindingView {
  @OneOf('What is asked for', REQUIREMENT_WORDS)
  requirement: (typeof REQUIREMENT_WORDS)[number];

  @RequiredText('How much', 20)
  required: string;

  @OptionalText('What there is; absent while it is unknown', 20)
  found?: string;

  @OneOf('Verdict', ['met', 'missed', 'unknown'])
  verdict: 'met' | 'missed' | 'unknown';
}

export class ObstacleView {
  @OneOf('What stands against it', OBSTACLE_WORDS)
  kind: (typeof OBSTACLE_WORDS)[number];

  @OptionalOneOf('Which requirement', REQUIREMENT_WORDS)
  requirement?: (typeof REQUIREMENT_WORDS)[number];

  @OptionalOneOf('Missed, or not known', ['missed', 'unknown'])
  verdict?: 'missed' | 'unknown';
}

export class ChecklistEntryView {
  @RequiredText('Code', 40)
  code: string;

  @RequiredText('Name in Chinese', 100)
  nameZh: string;

  @RequiredText('Name in English', 100)
  nameEn: string;

  @OptionalInstant('When it was done; absent while it is open')
  doneAt?: string;

  @OptionalText('Who did it', 200)
  doneBy?: string;

  @OptionalText('What is worth knowing', 500)
  note?: string;
}

/** As lists have it. */
export class CandidateSummary extends CandidateFields {
  @Id('The candidate')
  candidateId: string;

  @Id('The vacancy')
  vacancyId: string;

  @OneOf('State', CANDIDATE_STATE_WORDS)
  state: CandidateStateWord;

  @OptionalOneOf('What the background check found', BACKGROUND_WORDS)
  background?: BackgroundWord;

  @OptionalText('What it rests on', 1000)
  backgroundNote?: string;

  @OptionalDay('When the contract was signed')
  contractSignedOn?: string;

  @OptionalDay('Until when it runs; absent without an end')
  contractUntil?: string;

  @OptionalText('Why obstacles were waived', 1000)
  waiver?: string;

  @OptionalText('Why it ended', 1000)
  endReason?: string;

  @OptionalStaffNumber('Staff number once hired')
  staffNumber?: string;

  @Instant('When they applied')
  appliedAt: string;

  @Instant('When it last changed')
  updatedAt: string;
}

export class CandidateEventView {
  @Instant('When')
  at: string;

  @RequiredText('Who', 200)
  by: string;

  @RequiredText('What', 40)
  what: string;

  @OptionalText('Why', 1000)
  note?: string;
}

export class CandidateView extends CandidateSummary {
  @ListOf('What the post asks for, and what there is', () => RequirementFindingView)
  findings: RequirementFindingView[];

  @ListOf('The newest first', () => InterviewView)
  interviews: InterviewView[];

  @ListOf('What stands against an offer, or once offered against the hiring', () => ObstacleView)
  obstacles: ObstacleView[];

  @ListOf('Onboarding kit, once there is an offer', () => ChecklistEntryView)
  checklist: ChecklistEntryView[];

  @ListOf('What happened, the newest first', () => CandidateEventView)
  history: CandidateEventView[];
}
