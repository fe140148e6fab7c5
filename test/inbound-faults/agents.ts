import { setTimeout as sleep } from 'node:timers/promises';
import type { CreatedAgent } from '@switchyard/contracts';
import { type AgentManner, type AgentPhone, type Lab, type Platform, RestClient } from '@switchyard/testing';

const PASSWORD = 'a-long-enough-password';
const TRIES = 20;
const PAUSE_MS = 500;

/** An agent at a desk, with a phone that is registered. */
export interface Agent {
  readonly sipUser: string;
  readonly phone: AgentPhone;
  /** Takes calls from now on, whatever it did before. */
  ready(): Promise<void>;
}

/** Makes an agent as the customer's administrator does, plugs the phone in and signs in; away until ready. */
export async function seatAgent(
  lab: Lab,
  platform: Platform,
  number: number,
  manner: Omit<AgentManner, 'sipUser' | 'secret'>,
): Promise<Agent> {
  const name = `agent.${number}`;
  const admin = await RestClient.signIn(platform.url, platform.admin);
  await admin.post('/users', { name, displayName: name, roles: ['agent'], password: PASSWORD });
  const { sip } = await admin.post<CreatedAgent>('/agents', {
    workNo: `W${number}`,
    name,
    accountName: name,
    skills: ['general', 'billing', 'fault', 'complaint', 'english'].map((queue) => ({ queue, penalty: 0 })),
  });
  const { sipUser, sipSecret } = sip;
  const phone = await patiently(() => lab.agentPhone({ sipUser, secret: sipSecret, ...manner }));
  const desk = () => RestClient.signIn(platform.url, { name, password: PASSWORD });
  await patiently(async () => (await desk()).post('/desk/sign-in', {}));
  return {
    sipUser,
    phone,
    ready: () =>
      patiently(async () => {
        await (await desk()).post('/desk/ready', {});
      }),
  };
}

/** The account reaches the PBX a moment later. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
