import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsNumber, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { Count, Figure, Moment } from './fields';

/**
 * Figures of callers who entered queues in some time; ratios are 0 to 1. Each is told with its definition. An agent's own
 * call to a queue or the hotline is in none of them. A caller whom an agent handed on into a queue is offered to that
 * queue and its agents once more, but asked for a human once: in rows and totals over all queues, and by tier, only the
 * first stay counts, so that the rows by queue may add up to more than their total. A talk that an agent took over from
 * another directly is no stay in a queue: it counts in rows by agent, answered without a wait, and in talk, hold and
 * after-call work everywhere.
 */
export class QueueFiguresView {
  @Count(
    'Callers who entered a queue in this time; what became of them later counts here too. One whom an agent handed on counts again in rows by queue and by agent, and once elsewhere',
  )
  offered: number;

  @Count('Answered by a human')
  answered: number;

  @Count("Answered within the service level's seconds (20)")
  answeredInTime: number;

  @Count('Hung up while waiting')
  abandoned: number;

  @Count("Of these, before the service level's seconds had passed")
  abandonedInTime: number;

  @Count('Chose to be called back instead of waiting')
  callBacks: number;

  @Count('Waited as long as the queue lets them')
  timedOut: number;

  @Count('Not let in or sent on: queue full, nobody signed in, queue not there')
  turnedAway: number;

  @Count(
    'Of the offered, those who wait now. Not yet answered nor abandoned, they are left out of those rates',
  )
  waiting: number;

  @Count(
    'Answered callers whom the agent handed to somebody else: in rows by queue and by agent once for each talk there, elsewhere once',
  )
  transferred: number;

  @Count(
    'Talks of agents with callers that began in this time: the answered, and each to which one was handed on',
  )
  talks: number;

  @Count('Of these, those that are over, and of which it is known how long they were with hold')
  talksOver: number;

  @Count(
    'Of these, those of which it is known what was hold: a talk of which only the PBX’s log tells is left out',
  )
  holdKnown: number;

  @Count('Talks whose after-call work is done and known')
  afterCallsKnown: number;

  @Count('Answered calls of which it is known how long the phone rang')
  ringsKnown: number;

  @Figure(
    'Service level: answered in time ÷ (offered − abandoned in time − those who have waited for less than its seconds). Target by tier: high 0.90, mid and ordinary 0.85 in 20 s (§13)',
  )
  serviceLevel: number | null;

  @Figure('Answer rate: answered ÷ (offered − waiting). Target ≥ 0.85, at peak ≥ 0.80 (§13)')
  answerRate: number | null;

  @Figure('Abandon rate: abandoned ÷ (offered − waiting)')
  abandonRate: number | null;

  @Figure('ASA, average speed of answer: seconds that the answered waited ÷ answered. Target ≤ 30 s (§13)')
  averageWaitSeconds: number | null;

  @Figure(
    'AHT, average handling time: talk, hold and after-call work of all agents who had the caller ÷ answered (C14). Reckoned as (mean talk with hold, over talksOver, + mean after-call work, over afterCallsKnown) × talks ÷ answered',
  )
  averageHandlingSeconds: number | null;

  @Figure('Mean talk of one agent without hold, over holdKnown. Target ≤ 150 s (art. 23)')
  averageTalkSeconds: number | null;

  @Figure('Mean time on hold, consultations included, over holdKnown')
  averageHoldSeconds: number | null;

  @Figure('Mean after-call work, over afterCallsKnown. Target ≤ 60 s (art. 23)')
  averageAfterCallSeconds: number | null;

  @Figure("Mean ringing of the answering agent's phone, over ringsKnown. Target ≤ 12 s, four rings (art. 23)")
  averageRingSeconds: number | null;

  @Figure('Part of ringsKnown whose phone rang longer than 12 s')
  rangTooLongShare: number | null;

  @Figure('Transferred ÷ answered. Target ≤ 0.03 (art. 23)')
  transferRate: number | null;
}

/** The service level of callers of one value tier, beside its target (§13, §17). */
export class TierServiceLevel {
  @ApiProperty({ description: 'Value tier; callers who are not known count as ordinary' })
  @IsString()
  tier: string;

  @Count('Callers of this tier who entered a queue')
  offered: number;

  @Figure(
    'Answered in time ÷ (offered − abandoned in time − those who have waited for less than its seconds)',
  )
  serviceLevel: number | null;

  @ApiProperty({ description: 'Least service level wanted, 0 to 1' })
  @IsNumber()
  @Min(0)
  @Max(1)
  target: number;
}

export class SelfServiceView {
  @Count(
    'Callers whom the call flow has served, those too whom it led straight to a human; not those who are in a menu now',
  )
  inMenus: number;

  @Count('Of these, served to the end by the menus, without asking for a human')
  served: number;

  @Figure('Self-service completion rate: served ÷ in menus')
  rate: number | null;
}

/** Figures of one length of time, and of one group where groups were asked for. */
export class QueueFiguresRow {
  @Moment('Begin; of quarters, hours and days in China')
  from: string;

  @Moment('End, exclusive')
  to: string;

  @ApiPropertyOptional({ description: 'Queue, tier or agent: its name, or the agent’s number (工号)' })
  @IsOptional()
  @IsString()
  group?: string;

  @ApiProperty({ description: 'The figures', type: QueueFiguresView })
  @ValidateNested()
  @Type(() => QueueFiguresView)
  figures: QueueFiguresView;

  @ApiProperty({ description: 'Service level by value tier', type: [TierServiceLevel] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TierServiceLevel)
  tiers: TierServiceLevel[];

  @ApiPropertyOptional({
    description: 'The menus in this time; absent where groups were asked for',
    type: SelfServiceView,
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SelfServiceView)
  selfService?: SelfServiceView;

  @ApiProperty({ description: 'Names of figures that miss their target', type: [String] })
  @IsArray()
  @IsString({ each: true })
  missed: string[];
}
