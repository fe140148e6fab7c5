import type { IvrFigures } from './figures';
import type { MeasuredPasswords } from './measure-passwords';
import type { MeasuredMenu } from './measure-rate';
import { CALL_SECONDS } from './menu-sounds';
import type { IvrResult, MeasuredWay } from './run-ivr-bench';

const METHOD = `Every caller hears a short menu, presses 1 after it, hears an answer of 1 s, and is hung up on. A rate is sustained when less
than 1 % failed, calls last within 10 % of ${CALL_SECONDS} s, and as many end as are offered (4 % less at most), by the callers' own log. Key to
prompt runs from the first RTP packet that ends the key to the first packet of sound after it, in a capture. The platform knows each caller by
number and looks the bill up, both over NATS, the bill while the menu is said; the others look nothing up. CDR and CEL are written to Postgres in all three.`;

/** For people. */
export function ivrReport(result: IvrResult, figures: IvrFigures): string {
  return [
    '',
    'Calls through a menu   calls/s  at once  failed  mean s   key to prompt ms p50/p99: at 100/s   at best',
    row('plain dialplan', result.dialplan),
    row('bare ARI', result.bareAri),
    row('the platform', result.product),
    '',
    `  to bare ARI ${told(figures.ratioToBareAri)}, to the dialplan ${told(figures.ratioToDialplan)}`,
    `  telephone passwords: ${passwordLine(result.passwords)}`,
    '',
    METHOD,
  ].join('\n');
}

function row(name: string, { rates: { best }, timed }: MeasuredWay): string {
  if (!best) return `  ${name.padEnd(20)} no rate was sustained; at 100/s ${spread(timed)}`;
  return [
    `  ${name.padEnd(20)}`,
    best.callsPerSecond.toFixed(1).padStart(7),
    String(best.concurrentCalls).padStart(8),
    `${(best.failedShare * 100).toFixed(2)}%`.padStart(7),
    best.meanSeconds.toFixed(2).padStart(7),
    spread(timed).padStart(35),
    spread(best).padStart(9),
  ].join(' ');
}

function passwordLine({ checksPerSecond, checkMsP50, checkMsP99, bareArgon2Ms }: MeasuredPasswords): string {
  return `${checksPerSecond.toFixed(0)}/s, ${checkMsP50.toFixed(0)}/${checkMsP99.toFixed(0)} ms p50/p99 with four callers at once (argon2id alone ${bareArgon2Ms.toFixed(0)} ms)`;
}

function spread({ keyToPromptMs: { p50, p99 } }: MeasuredMenu): string {
  return `${p50.toFixed(1)}/${p99.toFixed(1)}`;
}

function told(ratio: number | undefined): string {
  return ratio === undefined ? 'unknown' : ratio.toFixed(2);
}
