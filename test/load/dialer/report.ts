import { type BenchFigures, totalCpuMs } from './figures';
import type { CallsResult } from './measure-calls';
import type { ImportResult } from './measure-import';
import type { MeasuredRate } from './measured-rate';
import type { DialerResult } from './run-dialer-bench';

/** For people. */
export function report({ calls, import: imported }: DialerResult, figures: BenchFigures): string {
  return [
    ...(calls ? callLines(calls, figures) : []),
    ...(imported ? importLines(imported, figures) : []),
  ].join('\n');
}

const METHOD = `A rate is sustained when, of the calls begun in the measuring time, less than 1 % failed, their mean length is within 10 %
of 3 s, and as many are answered and ended as offered (4 % less at most); all by the subscribers' own log. Rates go up or down by a quarter,
then between the last that held and the first that did not. CDR and CEL are written to Postgres in all three.`;

function callLines({ ami, bareAri, product }: CallsResult, figures: BenchFigures): string[] {
  const rows: [string, MeasuredRate | undefined][] = [
    ['AMI into the dialplan', ami.best],
    ['bare ARI', bareAri.best],
    ['the platform', product.best],
  ];
  const best = product.best;
  return [
    '',
    'Calls of 3 s          calls/s  failed  mean s   CPU ms a call: all  controller  asterisk  postgres  nats  subscribers   set-up ms p50/p99  others',
    ...rows.map(([name, rate]) => row(name, rate)),
    '',
    `  to AMI ${ratio(figures.ratioToAmi)}, to bare ARI ${ratio(figures.ratioToBareAri)} (by CPU of all processes a call ${ratio(figures.cpuRatioToBareAri)})`,
    ...(best
      ? [
          `  contacts settled per second ${best.settledPerSecond.toFixed(1)}, answer to notice p50/p99 ${spread(best.answerToNoticeMs)} ms`,
          `  ivr process ${best.residentMb.toFixed(0)} MB resident, its live heap grown by ${best.growthMbPer1000Contacts.toFixed(1)} MB per 1,000 contacts`,
        ]
      : []),
    '',
    METHOD,
  ];
}

function row(name: string, rate: MeasuredRate | undefined): string {
  if (!rate) return `  ${name.padEnd(21)} no rate was sustained`;
  const { cpuMsPerCall: cpu } = rate;
  const number = (value: number, width: number, digits = 2) => value.toFixed(digits).padStart(width);
  return [
    `  ${name.padEnd(20)}`,
    number(rate.callsPerSecond, 7, 1),
    `${number(rate.failedShare * 100, 6)}%`,
    number(rate.meanSeconds, 7),
    number(totalCpuMs(rate), 21),
    number(cpu.controller, 11),
    number(cpu.asterisk, 9),
    number(cpu.postgres, 9),
    number(cpu.nats, 5),
    number(cpu.subscribers, 12),
    spread(rate.setupMs).padStart(19),
    `${Math.round(rate.othersShare * 100)}%`.padStart(7),
  ].join(' ');
}

function importLines(result: ImportResult, figures: BenchFigures): string[] {
  const { rows, fileMb, seconds, rowsPerSecond, copySeconds, copyRowsPerSecond, idleMb, peakMb, cpuSeconds } =
    result;
  return [
    '',
    `Import of ${rows} rows (${fileMb.toFixed(0)} MB)`,
    `  checked and stored  ${seconds.toFixed(1)} s  ${rowsPerSecond.toFixed(0)} rows/s  (from the last byte uploaded to the end; ${cpuSeconds.toFixed(1)} s CPU)`,
    `  COPY of its rows    ${copySeconds.toFixed(1)} s  ${copyRowsPerSecond.toFixed(0)} rows/s  (the better of two)`,
    `  to COPY ${ratio(figures.importRatioToCopy)}; importing process ${idleMb.toFixed(0)} MB before, ${peakMb.toFixed(0)} MB at most`,
  ];
}

function ratio(value: number | undefined): string {
  return value === undefined ? 'unknown' : value.toFixed(2);
}

function spread(values: { readonly p50: number; readonly p99: number } | undefined): string {
  return values ? `${values.p50.toFixed(0)}/${values.p99.toFixed(0)}` : '-';
}
