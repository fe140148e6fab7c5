export interface Related {
  readonly number: string;
  readonly kind: string;
  readonly finished: boolean;
  readonly parent?: string;
}

export type BadTarget = 'itself' | 'finished' | 'other-kind' | 'is-linked' | 'has-linked';

/**
 * Why a work order cannot be linked to another as reported for the same fault; undefined when it can. One level only:
 * a parent has no parent, and what has others linked to it is no child.
 */
export function problemOfParent(
  child: Pick<Related, 'number' | 'kind'> & { readonly hasLinked: boolean },
  parent: Related,
): BadTarget | undefined {
  if (child.number === parent.number) return 'itself';
  if (parent.finished) return 'finished';
  if (parent.kind !== child.kind) return 'other-kind';
  if (parent.parent !== undefined) return 'is-linked';
  return child.hasLinked ? 'has-linked' : undefined;
}

/** Why a duplicate cannot be merged into another; undefined when it can. */
export function problemOfMerge(duplicate: Pick<Related, 'number'>, into: Related): BadTarget | undefined {
  if (duplicate.number === into.number) return 'itself';
  return into.finished ? 'finished' : undefined;
}
