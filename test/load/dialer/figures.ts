import type { MeasuredRate } from './measured-rate';
import type { DialerResult } from './run-dialer-bench';

/** The figures as JSON; those of a half that was not measured are left out. */
export interface BenchFigures {
  readonly callsPerSecond?: number;
  readonly ratioToAmi?: number;
  readonly ratioToBareAri?: number;
  readonly controllerCpuMsPerCall?: number;
  /** CPU a call of all processes together, bare ARI's to the platform's: what the ratio would be if CPU were all. */
  readonly cpuRatioToBareAri?: number;
  readonly settledPerSecond?: number;
  readonly setupMsP50?: number;
  readonly setupMsP99?: number;
  readonly answerToNoticeMsP50?: number;
  readonly answerToNoticeMsP99?: number;
  readonly ivrResidentMb?: number;
  readonly memoryMbPer1000Contacts?: number;
  readonly importRowsPerSecond?: number;
  readonly importRatioToCopy?: number;
  readonly importPeakMb?: number;
  /** Each way to call at its best rate. */
  readonly calls?: Readonly<Record<'ami' | 'bareAri' | 'platform', MeasuredRate | null>>;
  readonly tried?: Readonly<Record<'ami' | 'bareAri' | 'platform', readonly MeasuredRate[]>>;
  readonly import?: DialerResult['import'];
  readonly machine: Machine;
}

export interface Machine {
  readonly cpus: number;
  /** Load average over a minute, before and after. */
  readonly loadBefore: number;
  readonly loadAfter: number;
}

export function benchFigures({ calls, import: imported }: DialerResult, machine: Machine): BenchFigures {
  const best = calls?.product.best;
  const bareAri = calls?.bareAri.best;
  return {
    callsPerSecond: best?.callsPerSecond,
    ratioToAmi: ratio(best, calls?.ami.best),
    ratioToBareAri: ratio(best, bareAri),
    controllerCpuMsPerCall: best?.cpuMsPerCall.controller,
    cpuRatioToBareAri: best && bareAri && totalCpuMs(bareAri) / totalCpuMs(best),
    importRowsPerSecond: imported?.rowsPerSecond,
    importRatioToCopy: imported && imported.rowsPerSecond / imported.copyRowsPerSecond,
    importPeakMb: imported?.peakMb,
    settledPerSecond: best?.settledPerSecond,
    setupMsP50: best?.setupMs?.p50,
    setupMsP99: best?.setupMs?.p99,
    answerToNoticeMsP50: best?.answerToNoticeMs.p50,
    answerToNoticeMsP99: best?.answerToNoticeMs.p99,
    ivrResidentMb: best?.residentMb,
    memoryMbPer1000Contacts: best?.growthMbPer1000Contacts,
    calls: calls && {
      ami: calls.ami.best ?? null,
      bareAri: calls.bareAri.best ?? null,
      platform: calls.product.best ?? null,
    },
    tried: calls && { ami: calls.ami.tried, bareAri: calls.bareAri.tried, platform: calls.product.tried },
    import: imported,
    machine,
  };
}

/** CPU of all processes together, milliseconds a call. */
export function totalCpuMs({ cpuMsPerCall }: MeasuredRate): number {
  return Object.values(cpuMsPerCall).reduce((sum, ms) => sum + ms, 0);
}

function ratio(rate: MeasuredRate | undefined, base: MeasuredRate | undefined): number | undefined {
  return rate && base && rate.callsPerSecond / base.callsPerSecond;
}
