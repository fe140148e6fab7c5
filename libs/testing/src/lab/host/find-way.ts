import { chrootWay } from './chroot/chroot-way';
import { waysToTry, whyNone } from './choose-way';
import { dockerWay } from './docker/docker-way';
import type { HostSpec, LabHostKind } from './host-spec';
import { LabUnavailable } from './lab-unavailable';
import type { LabWay } from './lab-way';

export type LabAvailability =
  | {
      readonly available: true;
      readonly kind: LabHostKind;
      /** False: the first start gets the programs, within a minute or so. It may still fail, for want of a network. */
      readonly built: boolean;
    }
  | { readonly available: false; readonly reason: string };

const WAYS: Readonly<Record<LabHostKind, LabWay>> = { chroot: chrootWay, docker: dockerWay };

/** Whether this machine can run the lab, as far as can be told without trying. `only` outdoes SWITCHYARD_LAB. */
export function labAvailability(only: string | undefined = process.env.SWITCHYARD_LAB): LabAvailability {
  const reasons = new Map<LabHostKind, string>();
  for (const kind of waysToTry(only)) {
    const reason = WAYS[kind].whyNot();
    if (reason === undefined) return { available: true, kind, built: WAYS[kind].built() };
    reasons.set(kind, reason);
  }
  return { available: false, reason: whyNone(reasons) };
}

/** Gets the lab's programs unless they are there, by the first way that works. @throws LabUnavailable */
export function ensureLabPrograms(only: string | undefined = process.env.SWITCHYARD_LAB): HostSpec {
  const reasons = new Map<LabHostKind, string>();
  let cause: unknown;
  for (const kind of waysToTry(only)) {
    const way = WAYS[kind];
    const reason = way.whyNot();
    if (reason !== undefined) {
      reasons.set(kind, reason);
      continue;
    }
    try {
      way.build();
      return way.spec();
    } catch (error) {
      cause = error;
      reasons.set(kind, `the lab's programs could not be got: ${lastWords(error)}`);
    }
  }
  throw new LabUnavailable(whyNone(reasons), { cause });
}

function lastWords(error: unknown): string {
  const { stderr, message } = error as { stderr?: string | Buffer; message: string };
  const words = String(stderr ?? '').trim();
  return words.split('\n').slice(-5).join('\n') || message;
}
