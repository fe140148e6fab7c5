import { VerifyTelephonePassword } from '@switchyard/contracts';
import { Logger, MetricsRegistry, NatsTransport, OperationClient, systemContext } from '@switchyard/platform';
import type { Lab, RestClient } from '@switchyard/testing';
import * as argon2 from 'argon2';
import { percentile } from '../bench/percentile';

/** What checking a telephone password costs, apart from the menu: argon2id in ticket's bounded pool, asked over NATS. */
export interface MeasuredPasswords {
  readonly checksPerSecond: number;
  readonly checkMsP50: number;
  readonly checkMsP99: number;
  /** One verification alone, in this process. */
  readonly bareArgon2Ms: number;
}

const PASSWORD = '135792';
/** Callers who have just keyed their password, at any moment. */
const AT_ONCE = 4;
const BARE_CHECKS = 20;

export async function measurePasswords(
  lab: Lab,
  api: RestClient,
  accounts: readonly string[],
  seconds: number,
): Promise<MeasuredPasswords> {
  for (const accountNo of accounts) {
    await api.put(`/accounts/${accountNo}/telephone-access/password`, { password: PASSWORD });
  }
  const transport = new NatsTransport('ivr', lab.natsUrl, Logger.silent());
  await transport.connect(10_000);
  try {
    const checks = await keepAsking(
      new OperationClient(transport, new MetricsRegistry('bench')),
      accounts,
      seconds,
    );
    return {
      checksPerSecond: checks.length / seconds,
      checkMsP50: percentile(checks, 50) ?? Number.NaN,
      checkMsP99: percentile(checks, 99) ?? Number.NaN,
      bareArgon2Ms: await bareArgon2Ms(),
    };
  } finally {
    await transport.close();
  }
}

/** @returns milliseconds of each check. @throws Error when one is not verified */
async function keepAsking(
  client: OperationClient,
  accounts: readonly string[],
  seconds: number,
): Promise<readonly number[]> {
  const context = systemContext('bench');
  const checks: number[] = [];
  const end = performance.now() + seconds * 1000;
  let next = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      const accountNo = accounts[next++ % accounts.length] ?? '';
      const from = performance.now();
      const request = { accountNo, password: PASSWORD, reference: `bench:${next}` };
      const { result } = await client.call(VerifyTelephonePassword, request, context);
      if (result !== 'verified') throw new Error(`the password of ${accountNo} was ${result}`);
      checks.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return checks;
}

/** With the settings of `Passwords`. */
async function bareArgon2Ms(): Promise<number> {
  const hash = await argon2.hash(PASSWORD, {
    type: argon2.argon2id,
    memoryCost: 19_456,
    timeCost: 2,
    parallelism: 1,
  });
  const from = performance.now();
  for (let check = 0; check < BARE_CHECKS; check++) await argon2.verify(hash, PASSWORD);
  return (performance.now() - from) / BARE_CHECKS;
}
