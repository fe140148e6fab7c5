import type { EngineInfo } from './engine';

/** Why the engine cannot run the lab; undefined when it can. `kernel` is the release of this machine's kernel. */
export function whyUnfit(address: string, info: EngineInfo, kernel: string): string | undefined {
  const [error] = info.ServerErrors ?? [];
  if (error !== undefined) return error;
  if (!address.startsWith('unix://')) return `the engine at ${address} is on another machine`;
  if (info.OSType !== 'linux') return `its containers are not Linux but ${info.OSType ?? 'unknown'}`;
  if (info.SecurityOptions?.some((option) => option.includes('name=rootless'))) {
    return 'the engine runs rootless: its containers cannot be on this machine’s network';
  }
  if (info.KernelVersion !== kernel) {
    return `${info.OperatingSystem ?? 'the engine'} runs containers in a virtual machine, not on this machine’s network`;
  }
  return undefined;
}
