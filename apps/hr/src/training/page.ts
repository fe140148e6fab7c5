export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Everything of a list, in the words of its contract. */
export const viewsOf = <Item, View>(
  { items, nextCursor }: Page<Item>,
  toView: (item: Item) => View,
): { items: View[]; nextCursor?: string } => ({
  items: items.map(toView),
  ...(nextCursor !== undefined && { nextCursor }),
});
