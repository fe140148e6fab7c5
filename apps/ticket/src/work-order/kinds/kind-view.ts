import type { WorkOrderKindView } from '@switchyard/contracts';
import type { KindVersion } from './kind-versions.port';

export function toKindView({ kind, version, validFrom, definition, setBy }: KindVersion): WorkOrderKindView {
  const { kind: _, ...document } = definition;
  return { kind, version, validFrom: validFrom.toISOString(), definition: document, setBy };
}
