/** Where a node's ARI is. */
export interface AriTarget {
  /** E.g. `http://asterisk:8088`, without `/ari`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
}
