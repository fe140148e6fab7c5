import { remainingBalances } from '@switchyard/domain';
import type { HandOffs } from '../hand-off/hand-offs.port';
import type { ListedContact } from './list-columns';

const PAGE = 500;

/** The whole list in the order of import, with what each has left to pay at the batch's end. */
export async function* listedContacts(
  handOffs: HandOffs,
  batchId: string,
  endedAt: Date,
): AsyncGenerator<readonly ListedContact[]> {
  let after: string | undefined;
  let place = 0;
  for (;;) {
    const page = await handOffs.list(batchId, PAGE, after);
    if (page.length === 0) return;
    const accounts = [...new Set(page.map(({ contact }) => contact.accountNo))];
    const money = await handOffs.money(batchId, accounts, endedAt);
    const balances = new Map(
      [...money.values()]
        .flatMap(({ items, payments }) => remainingBalances(items, payments))
        .map(({ ref, balanceFen }) => [ref, balanceFen]),
    );
    yield page.map((handedOff) => ({
      ...handedOff,
      place: ++place,
      balanceFen: balances.get(handedOff.contact.id) ?? handedOff.contact.payableFen,
    }));
    after = page.at(-1)?.contact.id;
  }
}
