/** Query codes that are set apart for work orders to come (C5). */
export abstract class ReservedCodes {
  /** Sets apart those of `codes` that neither a work order nor another reservation has. @returns them */
  abstract reserve(codes: readonly string[], day: string): Promise<readonly string[]>;

  /** Ends a reservation, in the transaction of the work order that gets the code. @returns false when there is none */
  abstract take(code: string): Promise<boolean>;

  abstract isReserved(code: string): Promise<boolean>;
}
