import { Module } from '@nestjs/common';
import { AgentController } from './agent.controller';
import { DeskDataController } from './desk-data.controller';
import { DeskController } from './desk.controller';
import { LeadController } from './lead.controller';
import { QueueCallController } from './queue-call.controller';

/** Agents, their desks, and callers who waited for them, over REST. */
@Module({
  controllers: [AgentController, DeskController, DeskDataController, LeadController, QueueCallController],
})
export class AgentModule {}
