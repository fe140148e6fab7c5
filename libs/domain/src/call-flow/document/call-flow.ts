import type { CallFlowDocument } from './flow-document';

/** A document that was found valid, ready to be walked. Only `parseCallFlow` makes one. */
export interface CallFlow {
  readonly document: CallFlowDocument;
}
