/** Who asks, and under which correlation id; travels beside every request and every event. */
export interface RequestContext {
  readonly correlationId: string;
  readonly actor: Actor;
}

export interface Actor {
  /** Sign-in account id, or `system:<service>` for work that nobody asked for by hand. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Permission strings, e.g. `batch:write`; the gateway decides them, services only check scope. */
  readonly permissions: readonly string[];
  /** Data scope: `all`, or names of areas and departments. */
  readonly scope: readonly string[];
}
