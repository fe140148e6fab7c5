/** Thrown when a segment's audio could be neither found nor made; `cause` tells why. Try again later. */
export class SpeechFailed extends Error {
  readonly code = 'speech-failed';

  constructor(
    readonly text: string,
    cause: unknown,
  ) {
    super(`no audio for "${text}": ${(cause as Error | undefined)?.message ?? String(cause)}`, { cause });
    this.name = 'SpeechFailed';
  }
}
