import { FromEnv, loadConfig, ServiceConfig } from '@switchyard/platform';
import { IsInt, Max, Min } from 'class-validator';
import { AgentQueueConfig } from './agent-queue/agent-queue.config';
import { CallFlowConfig } from './call-flow/call-flow.config';
import { DialerConfig } from './dialer/dialer.config';
import { PromptsConfig } from './prompts';
import { TelephonyConfig } from './telephony/telephony.config';

export class IvrConfig extends ServiceConfig {
  @FromEnv('IVR_HTTP_PORT')
  @IsInt()
  @Min(0)
  @Max(65_535)
  override httpPort: number = 3001;
}

/** What the parts of ivr read beside the service's own configuration. */
export interface IvrParts {
  readonly prompts: PromptsConfig;
  readonly telephony: TelephonyConfig;
  readonly dialer: DialerConfig;
  readonly callFlow: CallFlowConfig;
  readonly agentQueue: AgentQueueConfig;
}

/** @throws ConfigError naming every bad variable of the first part that has any. */
export function loadIvrParts(env?: Readonly<Record<string, string | undefined>>): IvrParts {
  return {
    prompts: loadConfig(PromptsConfig, env),
    telephony: loadConfig(TelephonyConfig, env),
    dialer: loadConfig(DialerConfig, env),
    callFlow: loadConfig(CallFlowConfig, env),
    agentQueue: loadConfig(AgentQueueConfig, env),
  };
}
