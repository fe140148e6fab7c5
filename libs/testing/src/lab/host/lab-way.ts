import type { HostSpec } from './host-spec';

/** A way to get the lab's programs onto this machine. */
export interface LabWay {
  /** Why this machine cannot, as far as can be told without trying; undefined when it can. */
  whyNot(): string | undefined;
  /** Whether the programs are there already. */
  built(): boolean;
  /** Gets the programs unless they are there; up to some minutes. @throws what execFileSync throws */
  build(): void;
  spec(): HostSpec;
}
