import { Injectable } from '@nestjs/common';
import { STANDARD_KINDS, type WorkOrderKind, type WorkOrderKindDefinition } from '@switchyard/domain';
import { type KindVersion, KindVersions } from './kind-versions.port';

/** The definitions of kinds, by version and by date; the standard holds until somebody sets another. */
@Injectable()
export class KindDefinitions {
  /** Versions never change, so that what was read once holds. */
  private readonly read = new Map<string, WorkOrderKindDefinition>();

  constructor(private readonly versions: KindVersions) {}

  async get(kind: WorkOrderKind, version: number): Promise<WorkOrderKindDefinition> {
    if (version === 1) return STANDARD_KINDS[kind];
    const key = `${kind} ${version}`;
    const known = this.read.get(key);
    if (known) return known;
    const found = await this.versions.find(kind, version);
    if (!found) throw new Error(`there is no version ${version} of kind ${kind}`);
    this.read.set(key, found.definition);
    return found.definition;
  }

  async inForce(kind: WorkOrderKind, at: Date): Promise<KindVersion> {
    return (await this.versions.inForce(kind, at)) ?? standard(kind);
  }

  /** The newest first, the standard last. */
  async versionsOf(kind: WorkOrderKind): Promise<readonly KindVersion[]> {
    return [...(await this.versions.of(kind)), standard(kind)];
  }
}

const standard = (kind: WorkOrderKind): KindVersion => ({
  kind,
  version: 1,
  validFrom: new Date(0),
  definition: STANDARD_KINDS[kind],
  setBy: 'system:ticket',
});
