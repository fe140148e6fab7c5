import path from 'node:path';
import { type Lab, type Platform, RestClient } from '@switchyard/testing';
import { startIvr } from '../../dialer/ivr-process';
import { layClips } from '../../dialer/short-words';
import { ANSWER_SECONDS, MENU_SECONDS } from '../menu-sounds';
import { ANSWER_WORDS, BENCH_FLOW, MENU_WORDS, PAYABLE_FEN } from './bench-flow';

export interface Product {
  /** The number that leads to the measured menu. */
  readonly number: string;
  /** Numbers of customers, each bound to an account that has a bill. */
  readonly callers: readonly string[];
  readonly accounts: readonly string[];
  readonly api: RestClient;
  /** Of its ivr process. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

const NUMBER = '95598';
const CUSTOMERS = 500;
/** Requests at a time while the register is filled. */
const AT_ONCE = 10;
const LINES = 2_000;

/** The platform's ivr process with the measured menu in force, and customers who call it. */
export async function startProduct(
  lab: Lab,
  platform: Platform,
  signal: AbortSignal,
  say: (line: string) => void,
  profileFolder?: string,
): Promise<Product> {
  const { postgres } = platform;
  if (!postgres) throw new Error('the platform has no database of its own');
  const clips = layClips(path.join(platform.folder, 'clips'), [
    { words: MENU_WORDS, seconds: MENU_SECONDS },
    { words: ANSWER_WORDS, seconds: ANSWER_SECONDS },
  ]);
  const ivr = await startIvr(
    { lab, platform: { ...platform, postgres }, say, signal },
    { IVR_CLIPS_DIR: clips, IVR_LINES: String(LINES), IVR_INBOUND_RESERVE: '0' },
    profileFolder,
  );
  try {
    const api = await RestClient.signIn(platform.url, platform.admin);
    const { number } = await api.post<{ number: number }>('/call-flows/bench/versions', BENCH_FLOW);
    await api.post(`/call-flows/bench/versions/${number}/publish`, {});
    await api.put(`/dialled-numbers/${NUMBER}`, { flow: 'bench' });
    const customers = Array.from({ length: CUSTOMERS }, (_, index) => ({
      accountNo: `BENCH${index}`,
      phone: `+86138${String(20_000_000 + index)}`,
    }));
    for (let from = 0; from < customers.length; from += AT_ONCE) {
      signal.throwIfAborted();
      await Promise.all(customers.slice(from, from + AT_ONCE).map((customer) => register(api, customer)));
    }
    return {
      number: NUMBER,
      callers: customers.map(({ phone }) => phone),
      accounts: customers.map(({ accountNo }) => accountNo),
      api,
      pid: ivr.pid,
      stop: () => ivr.stop(),
    };
  } catch (error) {
    await ivr.kill();
    throw error;
  }
}

async function register(
  api: RestClient,
  { accountNo, phone }: { readonly accountNo: string; readonly phone: string },
): Promise<void> {
  await api.put(`/accounts/${accountNo}`, { name: '王芳', kind: 'resident', phones: [phone] });
  await api.put(`/accounts/${accountNo}/bills/2026-02`, {
    readingDate: '2026-02-28',
    registerValue: 1_000,
    energyKwh: 100,
    amountFen: PAYABLE_FEN,
    previousBalanceFen: 0,
    payableFen: PAYABLE_FEN,
  });
}
