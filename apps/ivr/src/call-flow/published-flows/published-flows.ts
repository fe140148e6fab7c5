import { parseCallFlow } from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import { ANY_NUMBER, type DialledNumber, type DialledNumbers } from '../dialled-numbers/dialled-numbers.port';
import type { FlowVersion } from '../versions/flow-version';
import type { FlowVersions } from '../versions/flow-versions.port';
import type { CallRoute, WalkableFlow } from './flow-in-force';

/** Versions out of force that are kept ready for calls which began with them. */
const MOST_OLD_VERSIONS = 20;

/** What is in force, in memory: kept current by asking every second whether anything changed (T1.2). */
export class PublishedFlows {
  private changeNumber: string | undefined;
  private inForce: ReadonlyMap<string, WalkableFlow> = new Map();
  private routes: ReadonlyMap<string, DialledNumber> = new Map();
  private readonly known = new Map<string, WalkableFlow>();
  private readonly listeners: ((flows: readonly WalkableFlow[]) => void)[] = [];

  constructor(
    private readonly versions: FlowVersions,
    private readonly dialledNumbers: DialledNumbers,
    private readonly logger: Pick<Logger, 'info' | 'error'>,
  ) {}

  /** Told of the versions that came into force since the last round. */
  onPublished(listener: (flows: readonly WalkableFlow[]) => void): void {
    this.listeners.push(listener);
  }

  async refresh(): Promise<void> {
    const changeNumber = await this.versions.changeNumber();
    if (changeNumber === this.changeNumber) return;
    const published = await this.versions.allPublished();
    const numbers = await this.dialledNumbers.all();
    const before = new Set([...this.inForce.values()].map(({ versionId }) => versionId));
    this.inForce = new Map(published.flatMap((version) => this.entryOf(version)));
    this.routes = new Map(numbers.map((number) => [number.dialled, number]));
    this.changeNumber = changeNumber;
    const fresh = [...this.inForce.values()].filter(({ versionId }) => !before.has(versionId));
    if (fresh.length === 0) return;
    for (const { name, number } of fresh)
      this.logger.info('a call flow is in force', { flow: name, version: number });
    for (const listener of this.listeners) listener(fresh);
  }

  /** Whether callers can be served. */
  get ready(): boolean {
    return this.inForce.size > 0;
  }

  get all(): readonly WalkableFlow[] {
    return [...this.inForce.values()];
  }

  /** Undefined when no flow is in force, or none of that name (yet). */
  routeOf(dialled: string): CallRoute | undefined {
    const route =
      this.routes.get(dialled) ?? this.routes.get(otherForm(dialled)) ?? this.routes.get(ANY_NUMBER);
    const version = (route && this.inForce.get(route.flow)) ?? [...this.inForce.values()][0];
    if (!version) return undefined;
    if (version.name !== route?.flow) return { version };
    const { entry, language } = route;
    return { version, ...(entry === null ? {} : { entry }), ...(language === null ? {} : { language }) };
  }

  /** The version that a call began with; undefined when it is not there or can no longer be read. */
  async byId(versionId: string): Promise<WalkableFlow | undefined> {
    const known = this.known.get(versionId);
    if (known) return known;
    const version = await this.versions.findById(versionId);
    return version && this.walkable(version);
  }

  private entryOf(version: FlowVersion): [string, WalkableFlow][] {
    const flow = this.walkable(version);
    // The one before stays in force where a new one cannot be read by this process.
    const inForce = flow ?? this.inForce.get(version.name);
    return inForce ? [[version.name, inForce]] : [];
  }

  private walkable({ id, name, number, document }: FlowVersion): WalkableFlow | undefined {
    const known = this.known.get(id);
    if (known) return known;
    const parsed = parseCallFlow(document);
    if (!parsed.ok) {
      this.logger.error('a stored call flow is not walked', {
        flow: name,
        version: number,
        problems: parsed.error,
      });
      return undefined;
    }
    const walkable: WalkableFlow = { versionId: id, name, number, flow: parsed.value };
    this.keep(walkable);
    return walkable;
  }

  private keep(flow: WalkableFlow): void {
    this.known.set(flow.versionId, flow);
    const inForce = new Set([...this.inForce.values()].map(({ versionId }) => versionId));
    const old = [...this.known.keys()].filter((id) => !inForce.has(id) && id !== flow.versionId);
    for (const id of old.slice(0, Math.max(0, old.length - MOST_OLD_VERSIONS))) this.known.delete(id);
  }
}

/** A number with and without its plus is the same number. */
function otherForm(dialled: string): string {
  return dialled.startsWith('+') ? dialled.slice(1) : `+${dialled}`;
}
