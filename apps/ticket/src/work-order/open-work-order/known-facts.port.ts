/** What a work order may name that somebody else keeps. */
export abstract class KnownFacts {
  abstract hasOutage(outageId: string): Promise<boolean>;
}
