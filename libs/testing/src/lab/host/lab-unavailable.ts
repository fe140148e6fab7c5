/** Thrown when the lab cannot run here; the message is the reason. */
export class LabUnavailable extends Error {
  constructor(reason: string, options?: { cause?: unknown }) {
    super(reason, options);
    this.name = 'LabUnavailable';
  }
}
