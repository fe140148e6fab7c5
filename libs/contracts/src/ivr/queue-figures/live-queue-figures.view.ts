import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsString, ValidateNested } from 'class-validator';
import { Count, Seconds } from './fields';
import { QueueFiguresView, TierServiceLevel, SelfServiceView } from './queue-figures.view';

export class AgentsByState {
  @Count('Signed in, in any state')
  signedIn: number;

  @Count('Free for a call')
  ready: number;

  @Count('Phone rings')
  ringing: number;

  @Count('In a call')
  talking: number;

  @Count('After-call work')
  afterCallWork: number;

  @Count('Away, for whatever reason')
  away: number;
}

export class LiveQueue {
  @ApiProperty({ description: 'Queue' })
  @IsString()
  queue: string;

  @Count('Callers who wait now')
  waiting: number;

  @Seconds('How long the first of them has waited')
  longestWaitSeconds: number;

  @Count('Callers who talk with an agent now')
  talking: number;

  @ApiProperty({ description: 'Agents who serve this queue, by state', type: AgentsByState })
  @ValidateNested()
  @Type(() => AgentsByState)
  agents: AgentsByState;

  @ApiProperty({ description: 'Figures since midnight in China', type: QueueFiguresView })
  @ValidateNested()
  @Type(() => QueueFiguresView)
  today: QueueFiguresView;
}

/** What a wall board shows (T4.4). */
export class LiveQueueFigures {
  @ApiProperty({ description: 'Every queue', type: [LiveQueue] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LiveQueue)
  queues: LiveQueue[];

  @ApiProperty({ description: 'All agents, by state', type: AgentsByState })
  @ValidateNested()
  @Type(() => AgentsByState)
  agents: AgentsByState;

  @Count('Callers in menus now')
  inMenus: number;

  @ApiProperty({ description: 'All queues since midnight in China', type: QueueFiguresView })
  @ValidateNested()
  @Type(() => QueueFiguresView)
  today: QueueFiguresView;

  @ApiProperty({ description: 'Today by value tier', type: [TierServiceLevel] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => TierServiceLevel)
  tiers: TierServiceLevel[];

  @ApiProperty({ description: 'Today in the menus', type: SelfServiceView })
  @ValidateNested()
  @Type(() => SelfServiceView)
  selfService: SelfServiceView;
}
