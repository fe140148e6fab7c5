/** The secret that access tokens are signed with; the same in every process of the gateway. */
export class SigningKey {
  constructor(readonly bytes: Uint8Array) {}
}

/** Keeps the secret that the first start made, when the configuration names none. */
export abstract class SigningKeys {
  /** Stores the proposal if there is no key yet; answers the key that is stored. */
  abstract keepOrGet(proposal: Uint8Array): Promise<Uint8Array>;
}
