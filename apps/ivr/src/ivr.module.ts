import { type DynamicModule, Module } from '@nestjs/common';
import { PersistenceModule } from '@switchyard/platform';
import { AgentQueueModule } from './agent-queue/agent-queue.module';
import { WorkingCalendarModule } from './calendar/working-calendar.module';
import { CallFlowModule } from './call-flow/call-flow.module';
import { CampaignModule } from './campaign/campaign.module';
import { CustomerCallsModule } from './customer-calls/customer-calls.module';
import { DialerModule } from './dialer/dialer.module';
import { DialingPolicyModule } from './dialing-policy/dialing-policy.module';
import type { IvrParts } from './ivr.config';
import { IVR_MIGRATIONS } from './migrations';
import { NoticeTemplateModule } from './notice-template/notice-template.module';
import { PromptsModule } from './prompts';
import { QueueFiguresModule } from './queue-figures/queue-figures.module';
import { TelephonyModule } from './telephony/telephony.module';

/** Everything on a telephone line. */
@Module({})
export class IvrModule {
  static forRoot(parts: IvrParts): DynamicModule {
    const prompts = PromptsModule.forRoot(parts.prompts);
    const telephony = TelephonyModule.forRoot(parts.telephony);
    const callFlow = CallFlowModule.forRoot(parts.callFlow, parts.dialer, [prompts, telephony]);
    const dialer = DialerModule.forRoot(parts.dialer, [prompts, telephony, callFlow]);
    return {
      module: IvrModule,
      imports: [
        PersistenceModule.forService({ schema: 'ivr', migrations: IVR_MIGRATIONS }),
        WorkingCalendarModule,
        dialer,
        CampaignModule.forRoot([dialer]),
        DialingPolicyModule.forRoot([dialer]),
        NoticeTemplateModule.forRoot([dialer]),
        CustomerCallsModule,
        AgentQueueModule.forRoot(parts.agentQueue, [telephony, dialer]),
        QueueFiguresModule.forRoot([telephony]),
      ],
    };
  }
}
