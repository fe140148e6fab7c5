import type { CallFigures } from '../bench/call-figures';
import type { CpuMs } from './scene';

/** One way to call, at one rate. */
export interface MeasuredRate extends CallFigures {
  /** Milliseconds of CPU per call, by process. */
  readonly cpuMsPerCall: CpuMs;
  /** Part of the machine that others used meanwhile, 0 to 1. */
  readonly othersShare: number;
  /** Milliseconds from the order of a call until it is under control, where that can be seen. */
  readonly setupMs?: { readonly p50: number; readonly p99: number };
}
